import Foundation

/// Writes one Swift file that holds every file of a folder as a string literal, sorted by relative path.
///
/// A string literal compiles in linear time where an array literal of bytes does not, and is read in place: nothing
/// of it is copied or checked when the process starts.
@main
struct EmbedOntologyTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            FileHandle.standardError.write(Data("usage: EmbedOntologyTool FOLDER OUTPUT\n".utf8))
            exit(2)
        }
        let folder = URL(filePath: arguments[1], directoryHint: .isDirectory)
        var output = "// Made by EmbedOntologyTool from Ontology/. Do not edit.\n"
        output += "let embeddedFiles: [(name: String, content: String)] = [\n"
        for name in try names(in: folder) {
            let content = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            output += "    (\"\(escaped(name))\", \"\(escaped(content))\"),\n"
        }
        output += "]\n"
        try output.write(to: URL(filePath: arguments[2]), atomically: true, encoding: .utf8)
    }

    static func names(in folder: URL) throws -> [String] {
        let root = folder.resolvingSymlinksInPath().path(percentEncoded: false)
        let walk = FileManager.default.enumerator(
            at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: [.isRegularFileKey])
        var names: [String] = []
        while let next = walk?.nextObject() as? URL {
            guard try next.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
                continue
            }
            let path = next.path(percentEncoded: false)
            let start = path.index(path.startIndex, offsetBy: root.hasSuffix("/") ? root.count : root.count + 1)
            let name = String(path[start...])
            if !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { names.append(name) }
        }
        return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }

    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case let s where s.value < 0x20 || s.value == 0x7F: result += "\\u{\(String(s.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
