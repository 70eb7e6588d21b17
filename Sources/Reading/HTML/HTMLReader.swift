import ArabicText
import Files

/// Reads an article from a saved web page.
struct HTMLReader {
    let file: String
    let options: ReadingOptions

    func document(_ bytes: [UInt8]) throws(FileError) -> Document {
        let decoded = try TextDecoder(options: options, file: file)
            .decode(bytes, declared: DeclaredEncoding.inHTML(bytes))
        var document = Document(
            name: file, source: SourceText(utf8: []), format: .html, encoding: decoded.encoding)
        document.warnings = decoded.warnings
        let tree: PageTree
        do {
            tree = try PageParser.parse(decoded.text)
        } catch {
            document.source = SourceText(utf8: TagStripper.text(of: decoded.text))
            document.warnings.append(
                FileError(
                    .badData, file: file,
                    "is nested more than \(PageParser.maximumDepth) deep; read without its structure"))
            return document
        }
        let metadata = PageMetadata(tree)
        (document.title, document.date, document.url) = (metadata.title, metadata.date, metadata.url)
        (document.publisher, document.author) = (metadata.publisher, metadata.author)
        document.language = metadata.language
        if let address = metadata.refusedAddress, metadata.url == nil {
            document.warnings.append(
                FileError(.badData, file: file, "the address «\(address)» is no http address and is left out"))
        }
        var text = MainTextFinder(tree, title: metadata.title).text()
        // Pages that are drawn by scripts carry the article only here.
        if let body = metadata.articleBody, body.utf8.count > text.count * 2 + 400 {
            text = TagStripper.text(of: Array(body.utf8))
        }
        // libxml2 passes on what it cannot decode; nothing but UTF-8 may leave.
        if TextDecoder.firstError(in: text) != nil { text = Array(String(decoding: text, as: UTF8.self).utf8) }
        document.source = SourceText(utf8: text)
        if text.isEmpty, !bytes.isEmpty {
            document.warnings.append(
                FileError(
                    .badData, file: file, "no article was found in the page",
                    hint: "save the page again when it has loaded, or save its text"))
        }
        return document
    }
}
