import ArabicText

/// Folded bytes of words that Swift code names.
enum FoldedWord {
    static func bytes(_ text: String) -> [UInt8] { Folding.fold(text) }
}
