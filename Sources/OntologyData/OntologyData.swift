/// The files of `Ontology/` as they were when the binary was built.
public enum OntologyData {
    /// Relative paths, sorted by bytes.
    public static var names: [String] { embeddedFiles.map(\.name) }

    /// The text of the file called `name`, or nil if there is none: a literal of the binary, which is not copied.
    public static func text(of name: String) -> String? {
        embeddedFiles.first { $0.name.utf8.elementsEqual(name.utf8) }?.content
    }
}
