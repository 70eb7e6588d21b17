import Crypto
import KnowledgeGraph

/// Writes one HTML file that holds the picture beside the text that it rests on.
///
/// The page needs no network and no other file, and its content security policy lets nothing run but the script that is
/// in it: whatever an article says stays text.
public struct PageWriter: Sendable {
    public var options: DrawingOptions

    public init(options: DrawingOptions = DrawingOptions()) { self.options = options }

    /// - Parameters:
    ///   - diagram: what `DOTWriter` was given.
    ///   - svg: what `SVGFinisher` made of the picture.
    public func write(_ diagram: Diagram, svg: [UInt8]) -> [UInt8] {
        let diagram = diagram.numbered()
        let page = Page(diagram: diagram, options: options)
        let isEnglish = options.labels == .en
        let style = style()
        let policy =
            "default-src 'none'; style-src '\(Self.digest(style))'; script-src '\(Self.digest(Self.script))'; "
            + "base-uri 'none'; form-action 'none'"
        var out = """
            <!DOCTYPE html>
            <html lang="\(isEnglish ? "en" : "ar")" dir="\(isEnglish ? "ltr" : "rtl")">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(XMLText.escaped(page.title))</title>
            <style>\(style)</style>
            </head>
            <body>
            <header><h1>\(heading(page))</h1>\(subtitle(page))</header>
            <main>
            <section id="read" dir="rtl" lang="ar" aria-label="\(word("word:text"))">

            """
        out += PageText(diagram: diagram, words: options.words, isEnglish: isEnglish).html
        out += """
            </section>
            <section id="view">
            <div id="tools">
            \(tools(diagram))
            </div>
            <div id="picture">

            """
        out += Self.inline(svg)
        out += """

            </div>
            <div id="about" role="status" aria-live="polite"></div>
            </section>
            </main>
            <script type="application/json" id="data">\(PageData(diagram: diagram, words: options.words, isEnglish: isEnglish).json)</script>
            <script>\(Self.script)</script>
            </body>
            </html>

            """
        return Array(out.utf8)
    }

    private func word(_ key: String) -> String {
        XMLText.escaped(options.labels == .en ? options.words[key].en : options.words[key].ar)
    }

    private func heading(_ page: Page) -> String {
        let title = XMLText.escaped(page.title)
        guard let link = page.sourceLink else { return title }
        return
            "<a href=\"\(XMLText.escaped(link))\" target=\"_blank\" rel=\"noopener noreferrer\">\(title)</a>"
    }

    private func subtitle(_ page: Page) -> String {
        // The parts are isolated already; markup does it here, since such controls do not pass the escaping.
        let parts = page.subtitleParts.map { "<bdi>\(XMLText.escaped($0))</bdi>" }
        return parts.isEmpty ? "" : "<p>\(parts.joined(separator: " · "))</p>"
    }

    private func tools(_ diagram: Diagram) -> String {
        let kinds = Set(diagram.entities.map(\.kind))
        let derivations = Set(diagram.links.map(\.derivation))
        func box(_ name: String, _ value: String, _ key: String) -> String {
            "<label><input type=\"checkbox\" name=\"\(name)\" value=\"\(value)\" checked>\(word(key))</label>"
        }
        let kindBoxes = DrawnKind.allCases.filter(kinds.contains).map {
            box("kind", $0.rawValue, "kind:\($0.rawValue)")
        }
        let sourceBoxes = Evidence.Derivation.allCases.filter(derivations.contains)
            .map { box("derivation", $0.rawValue, "word:\($0.rawValue)") }
        return """
            <label>\(word("word:search")) <input type="search" id="find" autocomplete="off" dir="auto"></label>
            <span id="count" role="status"></span>
            <fieldset><legend>\(word("word:kinds"))</legend>\(kindBoxes.joined())</fieldset>
            <fieldset><legend>\(word("word:derivation"))</legend>\(sourceBoxes.joined())</fieldset>
            <label>\(word("word:confidence")) <input type="range" id="least" min="0" max="100" step="5" value="0"> \
            <output id="leastText" for="least">0%</output></label>
            <span><button type="button" id="smaller" aria-label="\(word("word:smaller"))">−</button> \
            <button type="button" id="fit" aria-label="\(word("word:fit"))">⤢</button> \
            <button type="button" id="larger" aria-label="\(word("word:larger"))">+</button> \
            <button type="button" id="reset">\(word("word:reset"))</button></span>
            """
    }

    /// The SVG as part of a page: without its declaration.
    private static func inline(_ svg: [UInt8]) -> String {
        let text = String(decoding: svg, as: UTF8.self)
        guard let start = text.firstRange(of: "<svg") else { return "" }
        return String(text[start.lowerBound...])
    }

    /// A source expression of Content Security Policy, level 3: the SHA-256 of what stands between the tags.
    private static func digest(_ text: String) -> String {
        "sha256-" + base64(Array(SHA256.hash(data: Array(text.utf8))))
    }

    /// RFC 4648, section 4.
    static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
        var result = String.UnicodeScalarView()
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var value = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            var letter: [Unicode.Scalar] = []
            for _ in 0..<4 {
                letter.append(letters[Int(value & 63)])
                value >>= 6
            }
            for (place, scalar) in letter.reversed().enumerated() {
                result.append(place <= group.count ? scalar : "=")
            }
        }
        return String(result)
    }
}
