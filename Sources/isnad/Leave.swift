import ArgumentParser
import Extraction
import Files
import Glibc
import RDF

/// Ends the process: says what went wrong and picks the exit code of `sysexits.h`, or 2 for wrong usage.
struct Leave {
    let root: any ParsableCommand.Type

    init(_ root: any ParsableCommand.Type) { self.root = root }

    func leave(with error: any Error) -> Never {
        switch error {
        case let error as FileError:
            if error.code == .closedPipe { Interruption.stopQuietly() }
            report(error)
            exit(error.code.rawValue)
        case let error as RDFError:
            if error.code == .closedPipe { Interruption.stopQuietly() }
            report(FileError(error, file: nil))
            exit(FileError.Code.inputOutput.rawValue)
        case let error as KnowledgeError:
            report(FileError(.badData, file: error.file.escapedForTerminal, line: error.line, error.message))
            exit(FileError.Code.badData.rawValue)
        default: leaveParser(error)
        }
    }

    private func report(_ error: FileError) {
        let isJSON = LogFormat.asked(by: CommandLine.arguments) == .json
        StandardStreams.report(isJSON ? error.json(severity: "error") : error.description)
    }

    /// Help and version go to standard output; the rest is wrong usage.
    private func leaveParser(_ error: any Error) -> Never {
        let code = root.exitCode(for: error)
        let text = root.fullMessage(for: error)
        if code == .success {
            do {
                let output = try OutputFile.standardOutput()
                if !text.isEmpty { try output.write(text + "\n") }
                try output.commit()
            } catch {
                leave(with: error)
            }
            exit(0)
        }
        if !text.isEmpty { StandardStreams.report(text) }
        exit(code == .validationFailure ? 2 : code.rawValue)
    }
}
