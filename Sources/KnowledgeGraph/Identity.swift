/// The names of things: deterministic, so that graphs made apart meet in the same IRIs.
///
/// A name is `<kind>.<state>.<slug>`, or `<kind>.<state>.<slug>.<document>` for what belongs to its document:
/// ASCII letters, digits, `.`, `-` and `_`, beginning with a letter and ending in a letter, a digit or `_`.
/// That is legal as a local name of a Turtle prefixed name, an XML NCName, and within quotes a DOT id.
public enum Identity {
    /// What stands in the place of the State of a thing that has none, or none that is known.
    public static let noState = "xx"

    /// The local name of a thing below the base.
    /// - Parameters:
    ///   - kind: any class; its coarse kind counts, so that a name is the same whether a body was taken for a
    ///     Ministry or for an Organization.
    ///   - country: ISO 3166-1 alpha-2 in either case, nil if the thing has no State or none is known.
    ///   - label: the label that tells the thing from others of its kind and State. For what a gazetteer knows it
    ///     is the gazetteer's own spelling, whatever the text writes. For a post whose title does not name its body it
    ///     is title and body.
    ///   - document: the local name of the document that the thing belongs to (`doc.` may be left out); nil for
    ///     what is the same in every document (`isGlobal`).
    public static func name(kind: OntologyClass, country: String?, label: String, document: String?) -> String
    {
        let kind = kind.kind
        let state = state(country)
        // A State goes by its code, whichever of its names is used.
        if kind == .Country, state != noState { return "country." + state }
        var name = prefix(kind) + "." + state + "." + Slug(label).description
        if let document { name += "." + suffix(document) }
        return name
    }

    /// The local name of a person.
    ///
    /// About people a wrong merge can be libel: three names are the same person everywhere; two names are so only
    /// together with the body of an office and its State; all others belong to their document.
    /// - Parameters:
    ///   - label: the name without titles.
    ///   - nameCount: how many names it consists of; «عبد الله» (Abdullah) is one, «بن سعود» (son of Saud) is one.
    ///   - body: the body of an office that the person holds, as it names itself; nil if none is known.
    ///   - document: the local name of the document.
    public static func person(
        label: String, nameCount: Int, country: String?, body: String?, document: String
    ) -> String {
        let slug = Slug(label)
        let state = state(country)
        if nameCount >= 3 { return "person." + noState + "." + slug.description }
        if nameCount == 2, state != noState, let body, !body.isEmpty {
            return "person." + state + "." + slug.description + "." + Slug(body).description
        }
        return "person." + state + "." + slug.description + "." + suffix(document)
    }

    /// Whether a thing is the same in every document, so that its name needs none.
    ///
    /// Organisations, posts, instruments and places are so when their State is known or they have none by nature,
    /// and their label is more than one word or known; States, ranks and topics always are; events, statements,
    /// objectives, groups and whatever hangs on them are not. People have `person(label:nameCount:country:body:document:)`.
    /// - Parameters:
    ///   - hasNoState: whether it has none by nature, as the bodies of the United Nations and their treaties.
    ///   - isKnown: whether a gazetteer knows it.
    public static func isGlobal(
        kind: OntologyClass, country: String?, hasNoState: Bool, label: String, isKnown: Bool
    ) -> Bool {
        switch kind.kind {
        case .Country, .Rank, .Topic: true
        case .Organization, .Post, .Instrument, .Place:
            isKnown || (hasNoState || state(country) != noState) && Slug(label).wordCount > 1
        default: false
        }
    }

    /// The code in lower case, `xx` unless it is two ASCII letters.
    private static func state(_ country: String?) -> String {
        guard let country, country.utf8.count == 2 else { return noState }
        var code: [UInt8] = []
        for byte in country.utf8 {
            let lower = byte | 0x20
            guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") else { return noState }
            code.append(lower)
        }
        return String(decoding: code, as: UTF8.self)
    }

    private static func prefix(_ kind: OntologyClass) -> String {
        String(decoding: kind.rawValue.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// What stands after `doc.`; whatever is no letter, digit or `-` goes through the slug.
    private static func suffix(_ document: String) -> String {
        let bare =
            document.utf8.starts(with: "doc.".utf8)
            ? String(document.utf8.dropFirst(4)) ?? document : document
        let isPlain =
            !bare.isEmpty
            && bare.utf8.allSatisfy {
                ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A) || $0 == UInt8(ascii: "-")
            }
        return isPlain && bare.utf8.last != UInt8(ascii: "-") ? bare : Slug(bare).description
    }
}
