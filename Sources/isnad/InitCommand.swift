import ArgumentParser
import Files
import OntologyData
import SystemPackage

/// `isnad init DIR`: a small lexicon and rule file of the user's own.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a folder with words and a rule of your own to begin with.",
        discussion: """
            The files say in comments what may stand in them, and each has an example that works. Files that are \
            there already stay as they are.

            EXAMPLES
              isnad init كلماتي
              isnad build كلماتي/article.txt --lexicon كلماتي   finds what the folder teaches
              isnad check --rules --lexicon كلماتي              tries the examples of your rules
            """)

    @Argument(help: ArgumentHelp("The folder; made if it is not there.", valueName: "dir"), completion: .directory)
    var folder: String

    @OptionGroup var report: ReportOptions

    func run() throws {
        let path = FilePath(argument: folder)
        try FolderMaker(path).make()
        var made: [OutputFile] = []
        let reporter = report.reporter
        for name in OntologyData.names where name.utf8.starts(with: Self.source.utf8) {
            guard let text = OntologyData.text(of: name) else { continue }
            // The suffix keeps the built-in lexicon from being made of them.
            let target = path.appending(String(name.dropFirst(Self.source.utf8.count).dropLast(".txt".utf8.count)))
            if InputFile.exists(target) {
                reporter.warning(FileError(.cannotCreate, file: target.shown, "is there already and stays as it is"))
                continue
            }
            let file = try OutputFile(path: target)
            try file.write(text)
            made.append(file)
        }
        try OutputFile.commit(made)
        for file in made { reporter.line(file.name) }
        let shown = path.shown
        reporter.line("try it: isnad explain \(shown)/article.txt --lexicon \(shown)")
    }

    private static let source = "starter/"
}
