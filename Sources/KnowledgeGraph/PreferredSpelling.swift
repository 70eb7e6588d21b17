/// Which of several spellings of a name is preferred: the one with most hamzas and maddas, which others leave out; ties go
/// to the first by code points.
enum PreferredSpelling {
    /// Whether `a` is preferred to `b`.
    static func precedes(_ a: String, _ b: String) -> Bool {
        let (x, y) = (hamzas(a), hamzas(b))
        return x != y ? x > y : a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    }

    /// Letters written with a hamza or a madda: U+0621–0626.
    private static func hamzas(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ((0x621...0x626).contains($1.value) ? 1 : 0) }
    }
}
