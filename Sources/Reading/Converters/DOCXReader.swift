import ArabicText
import Files

/// Reads Office Open XML (ECMA-376) text: `unzip -p` unpacks the parts, and paragraphs become lines.
struct DOCXReader {
    let file: String
    let options: ReadingOptions

    func document(_ bytes: [UInt8]) throws(FileError) -> Document {
        let body = try part("word/document.xml", of: bytes)
        var document = Document(name: file, source: SourceText(utf8: try paragraphs(of: body)), format: .docx)
        // A file without properties is a document all the same.
        if let core = try? part("docProps/core.xml", of: bytes) { try readProperties(core, into: &document) }
        return document
    }

    private func part(_ name: String, of bytes: [UInt8]) throws(FileError) -> [UInt8] {
        // unzip cannot read from a pipe, but from a descriptor that it can seek in.
        try ConvertedFile(file: file, options: options).text(
            of: bytes, by: "unzip", ["-p", "/dev/fd/0", name], package: "unzip")
    }

    private func paragraphs(of xml: [UInt8]) throws(FileError) -> [UInt8] {
        let scanner = try XMLScanner(xml, file: file)
        var text: [UInt8] = []
        var isText = false
        while let event = try scanner.next() {
            switch event {
            case .start("t", _, let isEmpty): isText = !isEmpty
            case .start("tab", _, _): text.append(0x20)
            case .start("br", _, _), .start("cr", _, _): text.append(0x0A)
            case .end("t"): isText = false
            case .end("p"): text.append(0x0A)
            case .text(let bytes) where isText: text += bytes
            default: break
            }
        }
        return text
    }

    private func readProperties(_ xml: [UInt8], into document: inout Document) throws(FileError) {
        let scanner = try XMLScanner(xml, file: file)
        var name = ""
        while let event = try scanner.next() {
            switch event {
            case .start(let started, _, _): name = started
            case .end: name = ""
            case .text(let bytes):
                let line = OneLine.text(String(decoding: bytes, as: UTF8.self))
                switch name {
                case "title": document.title = line
                case "creator": document.author = line
                case "language": document.language = line.flatMap(LanguageTag.checked)
                default: break
                }
            }
        }
    }
}
