/// The files of `Ontology/` as they were when the binary was built.
public enum OntologyData {
    /// Relative paths, sorted by bytes.
    public static var names: [String] { embeddedFiles.map { $0.name.description } }

    /// The bytes of the file called `name`, or nil if there is none. The memory lives as long as the process.
    public static func bytes(of name: String) -> UnsafeBufferPointer<UInt8>? {
        for file in embeddedFiles where file.name.description == name {
            return UnsafeBufferPointer(
                start: file.content.utf8Start, count: file.content.utf8CodeUnitCount)
        }
        return nil
    }

    /// The text of the file called `name`, or nil if there is none.
    public static func text(of name: String) -> String? {
        bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
    }
}
