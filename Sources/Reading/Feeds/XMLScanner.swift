import CLibXML2
import Files

/// Walks through XML with libxml2's reader: no document type, so no entity but XML's own five, no network, nesting and
/// text bounded by libxml2 (256 levels, 10 MB).
final class XMLScanner {
    enum Event {
        case start(name: String, namespace: String, isEmpty: Bool)
        case end(name: String)
        case text([UInt8])
    }

    private let reader: xmlTextReaderPtr
    private let file: String
    /// libxml2 reads from it until the end.
    private let bytes: UnsafeMutablePointer<CChar>
    private var failure: FileError?

    /// - Parameter text: UTF-8; what its XML declaration says of the encoding is passed over.
    init(_ text: [UInt8], file: String) throws(FileError) {
        self.file = file
        bytes = .allocate(capacity: text.count + 1)
        for (index, byte) in text.enumerated() { bytes[index] = CChar(bitPattern: byte) }
        let options = Int32(
            XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
                | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
        guard let reader = xmlReaderForMemory(bytes, Int32(clamping: text.count), nil, "UTF-8", options) else {
            bytes.deallocate()
            throw FileError(.badData, file: file, "cannot be read as XML")
        }
        self.reader = reader
        xmlTextReaderSetStructuredErrorHandler(
            reader,
            { data, error in
                guard let data, let error else { return }
                Unmanaged<XMLScanner>.fromOpaque(data).takeUnretainedValue().note(error.pointee)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    private func note(_ error: xmlError) {
        guard failure == nil, error.level == XML_ERR_FATAL else { return }
        let message = OneLine.text(error.message.map { String(cString: $0) } ?? "") ?? "unknown error"
        failure = FileError(
            .badData, file: file, line: Int(error.line), column: error.int2 > 0 ? Int(error.int2) : nil,
            "is not well-formed XML: \(message)")
    }

    /// - Returns: nil at the end.
    /// - Throws: 65 with line and column at the first place that is not well-formed, and at a document type.
    func next() throws(FileError) -> Event? {
        while true {
            let result = xmlTextReaderRead(reader)
            guard result == 1 else {
                if result == 0 { return nil }
                // The parser is ahead of the reader: its error counts when the reader arrives there.
                throw failure ?? FileError(.badData, file: file, "is not well-formed XML")
            }
            switch xmlTextReaderNodeType(reader) {
            case Int32(XML_READER_TYPE_ELEMENT.rawValue):
                return .start(
                    name: string(xmlTextReaderConstLocalName(reader)),
                    namespace: string(xmlTextReaderConstNamespaceUri(reader)),
                    isEmpty: xmlTextReaderIsEmptyElement(reader) == 1)
            case Int32(XML_READER_TYPE_END_ELEMENT.rawValue):
                return .end(name: string(xmlTextReaderConstLocalName(reader)))
            case Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
                Int32(XML_READER_TYPE_WHITESPACE.rawValue), Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue):
                guard let value = xmlTextReaderConstValue(reader) else { continue }
                return .text(Array(UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))))
            case Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue):
                throw FileError(
                    .badData, file: file, line: Int(xmlTextReaderGetParserLineNumber(reader)),
                    "has a document type (<!DOCTYPE …>), which is not read: it can pull in files and blow up memory",
                    hint: "remove the <!DOCTYPE …> from the file")
            default: continue
            }
        }
    }

    /// The value of an attribute of the element that was started last, by its local name.
    func attribute(_ name: String) -> String? {
        guard let value = xmlTextReaderGetAttribute(reader, name) else { return nil }
        defer { isnad_xml_free(value) }
        return String(cString: value)
    }

    private func string(_ bytes: UnsafePointer<xmlChar>?) -> String { bytes.map { String(cString: $0) } ?? "" }
}
