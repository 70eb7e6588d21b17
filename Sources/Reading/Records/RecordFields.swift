import ArabicText
import Files

/// What the fields of a record — an object of NDJSON, a row of CSV — are called.
public struct RecordFields: Sendable {
    public enum Field: String, Sendable, CaseIterable {
        case text, title, date, url, publisher, author, language, identifier
    }

    /// The names of each field, most telling first, in lower case.
    public var names: [Field: [String]]

    /// The names that dumps of news use.
    public static let common = RecordFields(names: [
        .text: [
            "text", "body", "articlebody", "article_body", "content", "maintext", "full_text", "fulltext", "article",
            "description", "summary", "النص", "المحتوى", "نص", "المتن",
        ],
        .title: ["title", "headline", "name", "subject", "العنوان", "عنوان"],
        .date: [
            "date", "datepublished", "date_published", "published", "published_at", "publishedat", "publish_date",
            "publication_date", "pubdate", "date_publish", "created_at", "timestamp", "التاريخ", "تاريخ", "تاريخ النشر",
        ],
        .url: ["url", "link", "source_url", "canonical_url", "mainentityofpage", "الرابط"],
        .publisher: ["publisher", "source", "source_name", "site", "site_name", "outlet", "newspaper", "المصدر", "الناشر"],
        .author: ["author", "authors", "byline", "creator", "الكاتب", "المحرر"],
        .language: ["language", "lang", "inlanguage", "اللغة"],
        .identifier: ["id", "_id", "guid", "identifier", "uuid", "المعرف"],
    ])

    public init(names: [Field: [String]]) { self.names = names }

    /// The first of the field's names that a record has.
    func value(of field: Field, in lookup: (String) -> [UInt8]?) -> [UInt8]? {
        for name in names[field] ?? [] {
            if let value = lookup(name), !value.isEmpty { return value }
        }
        return nil
    }
}

/// Makes a document of the fields of a record.
struct RecordAssembler {
    let fields: RecordFields
    let format: DocumentFormat

    /// - Parameters:
    ///   - place: the record, for messages.
    ///   - lookup: the value of a field by its name in lower case, valid UTF-8.
    /// - Throws: 65 if the record has no text.
    func document(
        named name: String, at place: FileError, lookup: (String) -> [UInt8]?
    ) throws(FileError) -> Document {
        func string(_ field: RecordFields.Field) -> String? {
            fields.value(of: field, in: lookup).flatMap { OneLine.text(String(decoding: $0, as: UTF8.self)) }
        }
        let title = string(.title)
        guard var text = fields.value(of: .text, in: lookup) ?? title.map({ Array($0.utf8) }) else {
            var error = place
            error.message = "the record has no text"
            let names = fields.names[.text]?.prefix(4).joined(separator: ", ") ?? ""
            error.hint = "its text must stand in a field named \(names)"
            throw error
        }
        if TagStripper.looksLikeMarkup(text) { text = TagStripper.text(ofFragment: text) }
        var warnings: [FileError] = []
        if text.contains(0) {
            for index in text.indices where text[index] == 0 { text[index] = 0x0A }
            var warning = place
            warning.message = "NUL characters in the text are read as line ends"
            warnings.append(warning)
        }
        var document = Document(name: name, source: SourceText(utf8: text), format: format)
        document.title = title
        if let written = string(.date) {
            document.date = PublicationDate.day(in: written)
            if document.date == nil {
                var warning = place
                warning.message = "the date «\(written)» is not understood"
                warnings.append(warning)
            }
        }
        if let written = string(.url) {
            document.url = WebAddress.checked(written)
            if document.url == nil {
                var warning = place
                warning.message = "the address «\(written)» is no http address and is left out"
                warnings.append(warning)
            }
        }
        document.publisher = string(.publisher)
        document.author = string(.author)
        document.language = string(.language).flatMap { LanguageTag.checked($0) }
        document.identifier = string(.identifier)
        document.warnings = warnings
        return document
    }
}
