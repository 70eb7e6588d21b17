import ArgumentParser
import Files

/// `isnad`: reads Arabic government news and writes the knowledge graph that is in it.
struct Isnad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "isnad",
        abstract: "Reads Arabic government news and writes the knowledge graph that is in it.",
        discussion: """
            Who holds which office, which committee carries out which strategy, which State acceded to which
            treaty under which law: every edge rests on the words that say it.

            EXAMPLES
              isnad build خبر.txt                          the graph of an article, as Turtle
              isnad build خبر.txt -o خبر.ttl -o خبر.rdf    Turtle and RDF/XML in one run
              cat خبر.txt | isnad build --format ntriples  from standard input
              isnad explain خبر.txt --node "وزارة العدل"   why this node is there
              isnad stats خبر.txt                          what is in it, counted
            """,
        version: Version.line,
        subcommands: [
            BuildCommand.self, DrawCommand.self, ExplainCommand.self, StatsCommand.self, CheckCommand.self,
            ConvertCommand.self, MergeCommand.self, DiffCommand.self, OntologyCommand.self, InitCommand.self,
            LoadCommand.self, AskCommand.self,
        ])
}

/// The process: streams and signals first, then the command, then the exit code.
@main
enum Program {
    static func main() {
        StandardStreams.reserve()
        Interruption.handle()
        do {
            var command = try Isnad.parseAsRoot()
            try command.run()
        } catch {
            Leave(Isnad.self).leave(with: error)
        }
    }
}
