import Extraction
import Testing

/// Words out of context: clitics, article, class, gender, number.
@Suite struct FormAnalysisTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var word: String
        var conjunction = ""
        var preposition = ""
        var article = false
        var suffix = false
        var stem: String
        var wordClass: WordClass?
        var gender: Gender?
        var number: GrammaticalNumber?
        var testDescription: String { word }
    }

    static let cases: [Case] = [
        Case(word: "وزير", stem: "وزير", wordClass: .noun, gender: .masculine, number: .singular),
        Case(word: "والوزير", conjunction: "و", article: true, stem: "وزير", wordClass: .noun),
        Case(word: "الوزارة", article: true, stem: "وزارة", wordClass: .noun, gender: .feminine),
        Case(word: "للوزارة", preposition: "ل", article: true, stem: "وزارة", wordClass: .noun),
        Case(word: "بالوزارة", preposition: "ب", article: true, stem: "وزارة", wordClass: .noun),
        Case(word: "وبالوزارة", conjunction: "و", preposition: "ب", article: true, stem: "وزارة"),
        Case(
            word: "واللجنة", conjunction: "و", article: true, stem: "لجنة", wordClass: .noun,
            gender: .feminine),
        Case(
            word: "وقال", conjunction: "و", stem: "قال", wordClass: .verb, gender: .masculine,
            number: .singular),
        Case(word: "وأضافت", conjunction: "و", stem: "اضافت", wordClass: .verb, gender: .feminine),
        Case(word: "فأكد", conjunction: "ف", stem: "اكد", wordClass: .verb),
        Case(word: "بإدارة", preposition: "ب", stem: "ادارة"),
        Case(word: "وفد", stem: "وفد", wordClass: .noun),
        Case(word: "وكيل", stem: "وكيل", wordClass: .noun),
        Case(word: "وزارته", suffix: true, stem: "وزارته"),
        Case(word: "ألمانيا", stem: "المانيا"),
        Case(word: "بريطانيا", stem: "بريطانيا"),
        Case(word: "كويت", stem: "كويت"),
        Case(word: "وَالوَزيرُ", conjunction: "و", article: true, stem: "وزير", wordClass: .noun),
        Case(word: "الـــوزير", article: true, stem: "وزير", wordClass: .noun),
    ]

    @Test(arguments: cases) func analysis(_ item: Case) throws {
        let found = try #require(try RepositoryKnowledge.shared.get().analysis(of: item.word))
        #expect(found.conjunction == item.conjunction)
        #expect(found.preposition == item.preposition)
        #expect(found.hasArticle == item.article)
        #expect(found.stem == item.stem)
        #expect(found.hasSuffix == item.suffix)
        if let wordClass = item.wordClass { #expect(found.wordClass == wordClass) }
        if let gender = item.gender { #expect(found.gender == gender) }
        if let number = item.number { #expect(found.number == number) }
    }

    @Test func whatIsNoWord() throws {
        let knowledge = try RepositoryKnowledge.shared.get()
        #expect(knowledge.analysis(of: "") == nil)
        #expect(knowledge.analysis(of: "وزير العدل") == nil)
        #expect(knowledge.analysis(of: "47") == nil)
        #expect(try #require(knowledge.analysis(of: "زقنطوب")).isUnknown)
    }
}
