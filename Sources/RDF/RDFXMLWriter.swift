/// Writes RDF/XML (RDF 1.1 XML Syntax), well-formed for every graph that it takes: namespaces declared once
/// at the root, one element a subject, typed where its first statement gives it a class, one line a
/// statement.
///
/// What the syntax cannot carry is refused with an error that names the statement: a predicate that is no
/// QName (`…/123`, `urn:uuid:…`) or one of those that it uses itself (`rdf:li`, `rdf:Description`, …), named
/// graphs, and characters that XML 1.0 does not have, unless `options` ask for U+FFFD in their place.
public struct RDFXMLWriter: ~Copyable {
    private var output: OutputBuffer
    private let options: WriterOptions
    private var names = XMLNames(count: 0, prefixes: PrefixTable())
    private var type = TermID(index: -1)
    /// How many characters were replaced by U+FFFD.
    public private(set) var replacedCharacters = 0

    public init(_ sink: any ByteSink, options: WriterOptions = WriterOptions()) {
        output = OutputBuffer(sink)
        self.options = options
    }

    /// Writes a whole document of the statements in their order. Nothing is written before all predicates are
    /// known to have a name.
    public mutating func write(_ dataset: Dataset) throws {
        names = XMLNames(count: dataset.terms.count, prefixes: options.prefixes)
        type = dataset.terms.find(iri: RDFVocabulary.type) ?? TermID(index: -1)
        try dataset.terms.withView { view in
            try dataset.quads.withUnsafeBufferPointer { quads in
                try mark(quads, view, dataset)
                try writeRoot()
                try writeElements(quads, view, dataset)
            }
        }
        try output.append("</rdf:RDF>\n")
        try output.flush()
    }

    private mutating func mark(
        _ quads: UnsafeBufferPointer<Quad>, _ view: TermView, _ dataset: Dataset
    ) throws {
        var isAllowed = [Bool](repeating: false, count: view.count)
        for quad in quads {
            if quad.graphIndex >= 0, !options.dropsGraphNames {
                throw RDFError(
                    .notRepresentable, "RDF/XML has no named graphs; TriG and N-Quads have",
                    statement: dataset.line(of: quad))
            }
            if quad.predicate == type, view.record(quad.object).kind == .iri,
                !Self.isReserved(view.bytes(view.record(quad.object)))
            {
                _ = names.mark(quad.object.index, view)
            }
            guard !isAllowed[Int(quad.predicate.index)] else { continue }
            guard !Self.isReserved(view.bytes(view.record(quad.predicate))),
                names.mark(quad.predicate.index, view)
            else {
                throw RDFError(
                    .noQName, "RDF/XML cannot write this predicate as an element name",
                    statement: dataset.line(of: quad))
            }
            isAllowed[Int(quad.predicate.index)] = true
        }
    }

    /// The names that the syntax keeps for itself (RDF 1.1 XML Syntax, sections 6.2.1 to 6.2.4:
    /// coreSyntaxTerms, oldTerms, rdf:Description and rdf:li).
    private static func isReserved(_ iri: UnsafeBufferPointer<UInt8>) -> Bool {
        guard iri.starts(with: RDFVocabulary.rdf.utf8) else { return false }
        let local = iri.dropFirst(RDFVocabulary.rdf.utf8.count)
        return reserved.contains { local.elementsEqual($0.utf8) }
    }

    private static let reserved = [
        "Description", "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li", "bagID",
        "aboutEach",
        "aboutEachPrefix", "version", "annotation", "annotationNodeID",
    ]

    private mutating func writeRoot() throws {
        try output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF")
        for declaration in names.declarations {
            try output.append("\n    xmlns:")
            try output.append(declaration.prefix)
            try output.append("=\"")
            var namespace = declaration.namespace
            try namespace.withUTF8 { bytes in
                _ = try output.appendXML(bytes, replacing: false)
            }
            try output.append(UInt8(ascii: "\""))
        }
        try output.append(">\n")
    }

    /// nodeElement (7.2.11) with propertyElts (7.2.14)
    private mutating func writeElements(
        _ quads: UnsafeBufferPointer<Quad>, _ view: TermView, _ dataset: Dataset
    ) throws {
        var subject: Int32 = -1
        var element: Int32 = -1
        for quad in quads {
            if quad.subject.index != subject {
                if subject >= 0 { try close(element, view) }
                subject = quad.subject.index
                let isTyped =
                    quad.predicate == type && view.record(quad.object).kind == .iri
                    && names.name(quad.object.index) != nil
                element = isTyped ? quad.object.index : -1
                try open(element, subject, view, dataset, quad)
                if isTyped { continue }
            }
            try writeProperty(quad, view, dataset)
        }
        if subject >= 0 { try close(element, view) }
    }

    private mutating func open(
        _ element: Int32, _ subject: Int32, _ view: TermView, _ dataset: Dataset, _ quad: Quad
    ) throws {
        try output.append("  <")
        try writeName(element, view)
        let record = view.record(subject)
        if record.kind == .iri {
            try output.append(" rdf:about=\"")
            try writeText(view.bytes(record), record.classes, dataset, quad)
        } else {
            try output.append(" rdf:nodeID=\"")
            try writeNodeID(view.bytes(record))
        }
        try output.append("\">\n")
    }

    private mutating func close(_ element: Int32, _ view: TermView) throws {
        try output.append("  </")
        try writeName(element, view)
        try output.append(">\n")
    }

    @inline(__always)
    private mutating func writeName(_ id: Int32, _ view: TermView) throws {
        guard id >= 0, let name = names.name(id) else { return try output.append("rdf:Description") }
        let record = view.record(id)
        try output.append(names.tokens[name.token])
        try output.append(view.arena + record.offset + name.localStart, record.count - name.localStart)
    }

    /// resourcePropertyElt (7.2.15), literalPropertyElt (7.2.16), emptyPropertyElt (7.2.21)
    @inline(__always)
    private mutating func writeProperty(_ quad: Quad, _ view: TermView, _ dataset: Dataset) throws {
        try output.append("    <")
        try writeName(quad.predicate.index, view)
        let record = view.record(quad.object)
        switch record.kind {
        case .iri:
            try output.append(" rdf:resource=\"")
            try writeText(view.bytes(record), record.classes, dataset, quad)
            return try output.append("\"/>\n")
        case .blankNode:
            try output.append(" rdf:nodeID=\"")
            try writeNodeID(view.bytes(record))
            return try output.append("\"/>\n")
        case .literal where record.qualifier >= 0:
            let datatype = view.record(record.qualifier)
            try output.append(" rdf:datatype=\"")
            try writeText(view.bytes(datatype), datatype.classes, dataset, quad)
            try output.append("\">")
        case .languageLiteral:
            try output.append(" xml:lang=\"")
            try output.append(view.languageTag(view.record(record.qualifier), .v1_1))
            try output.append("\">")
        case .literal: try output.append(UInt8(ascii: ">"))
        case .triple, .language:
            throw RDFError(
                .notRepresentable,
                "RDF/XML is written without triple terms; Turtle and N-Triples 1.2 have them",
                statement: dataset.line(of: quad))
        }
        try writeText(view.bytes(record), record.classes, dataset, quad)
        try output.append("</")
        try writeName(quad.predicate.index, view)
        try output.append(">\n")
    }

    private mutating func writeNodeID(_ label: UnsafeBufferPointer<UInt8>) throws {
        if XMLNodeID.needsChange(label) {
            try output.append(XMLNodeID.changed(label))
        } else {
            try output.append(label)
        }
    }

    @inline(__always)
    private mutating func writeText(
        _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UInt8, _ dataset: Dataset, _ quad: Quad
    ) throws {
        guard classes & ByteClass.xml.rawValue != 0 else { return try output.append(bytes) }
        try writeEscaped(bytes, dataset, quad)
    }

    private mutating func writeEscaped(
        _ bytes: UnsafeBufferPointer<UInt8>, _ dataset: Dataset, _ quad: Quad
    ) throws {
        do {
            replacedCharacters += try output.appendXML(bytes, replacing: options.replacesNonXMLCharacters)
        } catch var error as RDFError where error.code == .notXMLCharacter {
            error.statement = dataset.line(of: quad)
            throw error
        }
    }
}
