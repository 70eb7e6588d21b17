/// The word classes of `Ontology/lexicon/words.tsv`.
public enum WordClass: UInt8, Sendable {
    case verb, noun, verbalNoun, adjective, nisba, circumstantial, givenName, familyName, place, state
    case organizationName, time, particle, adverb, title, other

    @inline(__always) var bit: UInt32 { 1 << UInt32(rawValue) }
}

/// A set of word classes.
public struct WordClasses: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public init(_ wordClass: WordClass) { rawValue = wordClass.bit }

    public static let verb = WordClasses(.verb)
    public static let noun = WordClasses(.noun)
    public static let verbalNoun = WordClasses(.verbalNoun)
    public static let adjective = WordClasses(.adjective)
    public static let nisba = WordClasses(.nisba)
    public static let circumstantial = WordClasses(.circumstantial)
    public static let givenName = WordClasses(.givenName)
    public static let familyName = WordClasses(.familyName)
    public static let place = WordClasses(.place)
    public static let state = WordClasses(.state)
    public static let organizationName = WordClasses(.organizationName)
    public static let time = WordClasses(.time)
    public static let particle = WordClasses(.particle)
    public static let adverb = WordClasses(.adverb)
    public static let title = WordClasses(.title)
    public static let other = WordClasses(.other)

    public static let nominal: WordClasses = [.noun, .verbalNoun]
    public static let adjectival: WordClasses = [.adjective, .nisba]
    public static let name: WordClasses = [.givenName, .familyName]
}

public enum Gender: UInt8, Sendable {
    case unknown, masculine, feminine

    /// Whether two may be of one thing.
    func agrees(with other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}

public enum GrammaticalNumber: UInt8, Sendable { case unknown, singular, dual, plural }

public enum Tense: UInt8, Sendable { case none, past, imperfect, imperative }

/// One way to read a stem.
public struct Reading: Sendable, Equatable {
    public var wordClass: WordClass = .other
    public var gender: Gender = .unknown
    public var number: GrammaticalNumber = .unknown
    public var tense: Tense = .none
    public var isHuman = false
    public var hasSuffix = false
    public var isPassive = false
    public var isFirstPerson = false
}

extension Reading {
    /// Reads a code of `words.tsv`, such as `Vpms`, `Nmsh`, `Yfs` or `Gm`; nil if it is none.
    init?(code: UnsafeBufferPointer<UInt8>) {
        var letters = code[...]
        guard let first = letters.first else { return nil }
        if letters.last == UInt8(ascii: "+") {
            hasSuffix = true
            letters.removeLast()
        }
        var rest = letters.dropFirst()
        switch first {
        case UInt8(ascii: "V"): wordClass = .verb
        case UInt8(ascii: "N"): wordClass = .noun
        case UInt8(ascii: "D"): wordClass = .verbalNoun
        case UInt8(ascii: "A"): wordClass = .adjective
        case UInt8(ascii: "Y"): wordClass = .nisba
        case UInt8(ascii: "H"): wordClass = .circumstantial
        case UInt8(ascii: "G"): wordClass = .givenName
        case UInt8(ascii: "F"): wordClass = .familyName
        case UInt8(ascii: "L"):
            wordClass = rest.first == UInt8(ascii: "C") ? .state : .place
            rest = rest[rest.endIndex...]
        case UInt8(ascii: "O"): wordClass = .organizationName
        case UInt8(ascii: "T"): wordClass = .time
        case UInt8(ascii: "P"): wordClass = .particle
        case UInt8(ascii: "X"): wordClass = .adverb
        case UInt8(ascii: "Q"): wordClass = .title
        case UInt8(ascii: "Z"): wordClass = .other
        default: return nil
        }
        if wordClass == .verb {
            switch rest.popFirst() {
            case UInt8(ascii: "p"): tense = .past
            case UInt8(ascii: "i"): tense = .imperfect
            default: tense = .imperative
            }
            if rest.first == UInt8(ascii: "1") { isFirstPerson = true }
            if rest.count > 1, rest.last == UInt8(ascii: "p"), rest.count > 2 { isPassive = true }
        }
        for letter in rest {
            switch letter {
            case UInt8(ascii: "m"): gender = .masculine
            case UInt8(ascii: "f"): gender = .feminine
            case UInt8(ascii: "s"): number = .singular
            case UInt8(ascii: "d"): number = .dual
            case UInt8(ascii: "p") where number == .unknown: number = .plural
            case UInt8(ascii: "h"): isHuman = true
            default: break
            }
        }
    }
}
