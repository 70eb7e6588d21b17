import CLibXML2

/// Parses HTML with libxml2 into a `PageTree`: no network, no entity but HTML's own, no message on standard error.
struct PageParser {
    /// The page is nested deeper than any page is.
    struct TooDeep: Error {}

    /// Deeper pages make libxml2 search its stack for every stray end tag, which takes quadratic time.
    static let maximumDepth = 1000

    /// - Parameter html: UTF-8.
    static func parse(_ html: [UInt8]) throws(TooDeep) -> PageTree {
        let collector = Collector()
        guard let context = htmlNewParserCtxt() else { return collector.finished() }
        defer { htmlFreeParserCtxt(context) }
        guard let handler = context.pointee.sax else { return collector.finished() }
        handler.pointee = xmlSAXHandler()
        handler.pointee.startElement = startElement
        handler.pointee.endElement = { data, _ in Collector.of(data)?.close() }
        handler.pointee.characters = characters
        handler.pointee.cdataBlock = characters
        handler.pointee.ignorableWhitespace = characters
        collector.context = context
        withExtendedLifetime(collector) {
            context.pointee.userData = Unmanaged.passUnretained(collector).toOpaque()
            let options = Int32(
                HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                    | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue)
            let guarded = PageGuard.withoutExcessiveAttributes(html)
            guarded.withUnsafeBytes { raw in
                let start = raw.bindMemory(to: CChar.self).baseAddress
                let document = htmlCtxtReadMemory(
                    context, start, Int32(clamping: raw.count), nil, "UTF-8", options)
                if let document { xmlFreeDoc(document) }
            }
        }
        if collector.isTooDeep { throw TooDeep() }
        return collector.finished()
    }
}

private let startElement: startElementSAXFunc = { data, name, attributes in
    guard let collector = Collector.of(data), let name else { return }
    collector.open(String(cString: name).lowercased(), attributes)
}

private let characters: charactersSAXFunc = { data, bytes, count in
    guard let collector = Collector.of(data), let bytes else { return }
    collector.append(UnsafeBufferPointer(start: bytes, count: Int(count)))
}

/// Builds the tree from the parser's events.
private final class Collector {
    var tree = PageTree()
    var isTooDeep = false
    var context: htmlParserCtxtPtr?
    private var open = [0]

    static func of(_ data: UnsafeMutableRawPointer?) -> Collector? {
        data.map { Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
    }

    func open(_ tag: String, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        if open.count > PageParser.maximumDepth {
            isTooDeep = true
            xmlStopParser(context)
            return
        }
        let start = tree.attributes.count
        if var list {
            while let name = list.pointee {
                let value = list.advanced(by: 1).pointee.map { String(cString: $0) } ?? ""
                let key = String(cString: name).lowercased()
                if Self.kept.contains(key) { tree.attributes.append(.init(name: key, value: value)) }
                list += 2
            }
        }
        let index = tree.nodes.count
        tree.nodes.append(
            .init(tag: tag, parent: open[open.count - 1], end: index + 1, attributes: start..<tree.attributes.count))
        open.append(index)
    }

    func close() {
        guard open.count > 1, let index = open.popLast() else { return }
        tree.nodes[index].end = tree.nodes.count
    }

    func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = tree.text.count
        tree.text.append(contentsOf: bytes)
        let last = tree.nodes.count - 1
        // The parser hands long texts over in pieces.
        if tree.nodes[last].isText, tree.nodes[last].parent == open[open.count - 1] {
            tree.nodes[last].bytes = tree.nodes[last].bytes.lowerBound..<tree.text.count
        } else {
            tree.nodes.append(
                .init(tag: "", parent: open[open.count - 1], end: last + 2, bytes: start..<tree.text.count))
        }
    }

    func finished() -> PageTree {
        while open.count > 1 { close() }
        tree.nodes[0].end = tree.nodes.count
        return tree
    }

    private static let kept: Set<String> = [
        "class", "id", "role", "itemprop", "datetime", "content", "property", "name", "href", "rel", "lang", "type",
        "hidden", "aria-hidden", "style", "pubdate", "itemtype",
    ]
}
