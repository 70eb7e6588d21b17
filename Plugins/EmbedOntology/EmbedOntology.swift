import Foundation
import PackagePlugin

/// Runs `EmbedOntologyTool` over `Ontology/`, so that the binary carries its own knowledge and moves anywhere.
@main
struct EmbedOntology: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Ontology")
        let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
        return [
            .buildCommand(
                displayName: "Embedding Ontology/",
                executable: try context.tool(named: "EmbedOntologyTool").url,
                arguments: [folder.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: try inputs(under: folder), outputFiles: [output])
        ]
    }

    /// The files and the folders below `folder`: a folder's own time stamp tells of files that come and go.
    private func inputs(under folder: URL) throws -> [URL] {
        var found = [folder]
        let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let next = walk?.nextObject() as? URL { found.append(next) }
        return found.sorted { $0.path() < $1.path() }
    }
}
