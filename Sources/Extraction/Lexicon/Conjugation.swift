/// The third-person forms of a verb, made from its past and imperfect as written without diacritics.
enum Conjugation {
    struct Form {
        var text: String
        var reading: Reading
    }

    /// - Parameters:
    ///   - past: third person masculine singular, e.g. `نظم`, `التقى`, `دعا`.
    ///   - imperfect: third person masculine singular, e.g. `ينظم`.
    static func forms(past: String, imperfect: String) -> [Form] {
        var forms: [Form] = []
        func add(_ text: String, _ tense: Tense, _ gender: Gender, _ number: GrammaticalNumber) {
            var reading = Reading()
            reading.wordClass = .verb
            (reading.tense, reading.gender, reading.number) = (tense, gender, number)
            forms.append(Form(text: text, reading: reading))
        }
        if !past.isEmpty {
            let scalars = Array(past.unicodeScalars)
            let isWeak = scalars.last == "ى" || scalars.last == "ا"
            let stem = isWeak ? String(String.UnicodeScalarView(scalars.dropLast())) : past
            let dual = scalars.last == "ا" ? stem + "وا" : isWeak ? stem + "يا" : past + "ا"
            add(past, .past, .masculine, .singular)
            add(stem + "ت", .past, .feminine, .singular)
            add(stem + "وا", .past, .masculine, .plural)
            add(dual, .past, .masculine, .dual)
            add(stem + "تا", .past, .feminine, .dual)
        }
        if !imperfect.isEmpty {
            let scalars = Array(imperfect.unicodeScalars)
            let isWeak = scalars.last == "ى" || scalars.last == "ي" || scalars.last == "و"
            let body = String(String.UnicodeScalarView(scalars.dropFirst()))
            let stem = isWeak ? String(String.UnicodeScalarView(scalars.dropLast())) : imperfect
            add(imperfect, .imperfect, .masculine, .singular)
            add("ت" + body, .imperfect, .feminine, .singular)
            add(stem + "ون", .imperfect, .masculine, .plural)
            add(stem + "وا", .imperfect, .masculine, .plural)
            add(imperfect + "ان", .imperfect, .masculine, .dual)
            add("ت" + body + "ان", .imperfect, .feminine, .dual)
        }
        return forms
    }
}
