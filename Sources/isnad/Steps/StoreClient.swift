import Files
import Glibc

/// Speaks HTTP to a triple store, through curl: proxies, TLS, `~/.netrc` and every way to log in are its trade.
struct StoreClient {
    let options: StoreOptions
    private let curl = ExternalProgram(
        "curl", installation: "Debian, Ubuntu: apt install curl; Fedora: dnf install curl; macOS has it")

    /// - Parameters:
    ///   - arguments: for curl, the body and the address among them.
    ///   - mayRepeat: whether it does no harm if the store takes the same twice.
    /// - Returns: the body of the answer.
    /// - Throws: 73 without curl, 74 if the store does not answer or refuses.
    func send(
        _ arguments: [String], to address: String, body: [UInt8], mayRepeat: Bool = true
    ) throws(FileError) -> [UInt8] {
        var words = [
            "--disable", "--silent", "--show-error", "--proto", "=http,https", "--connect-timeout", "15", "--max-time",
            String(options.timeout), "--netrc-optional", "--header", "Expect:", "--write-out", "\n%{http_code}",
        ]
        if mayRepeat, options.retries > 0 { words += ["--retry", String(options.retries), "--retry-connrefused"] }
        let secret = credentials
        if !secret.isEmpty { words += ["--config", "/dev/fd/3"] }
        // Without a challenge from the store nothing is sent that opens other doors.
        words += ["--anyauth"] + arguments + ["--url", address]
        let result = try curl.run(words, input: body, secret: secret)
        guard result.status == 0 else { throw failure(result, address) }
        let end = result.output.lastIndex(of: 0x0A) ?? result.output.startIndex
        let answer = Array(result.output[..<end])
        let status = Int(String(decoding: result.output[end...].dropFirst(), as: UTF8.self)) ?? 0
        guard (200..<300).contains(status) else {
            throw FileError(
                .inputOutput, file: address.escapedForTerminal, "the store answers \(status)" + said(answer),
                hint: hint(status, answer))
        }
        return answer
    }

    /// `ISNAD_STORE_USER` and `ISNAD_STORE_PASSWORD` as a line of curl's own configuration.
    private var credentials: [UInt8] {
        guard let user = getenv("ISNAD_STORE_USER") else { return [] }
        var bytes = Array("user = \"".utf8)
        let password = getenv("ISNAD_STORE_PASSWORD").map { String(cString: $0) } ?? ""
        for byte in (String(cString: user) + ":" + password).utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += Array("\\n".utf8)
            default: bytes.append(byte)
            }
        }
        return bytes + Array("\"\n".utf8)
    }

    private func failure(_ result: ExternalProgram.Result, _ address: String) -> FileError {
        var text = String(decoding: result.errors, as: UTF8.self)[...]
        while text.last == "\n" { text = text.dropLast() }
        return FileError(
            .inputOutput, file: address.escapedForTerminal,
            text.isEmpty ? "curl failed (\(result.status))" : String(text),
            hint: [6, 7].contains(result.status) ? "is the store running, and is this its address?" : nil)
    }

    /// The first words of an answer.
    private func said(_ answer: [UInt8]) -> String {
        let text = String(decoding: answer.prefix(300), as: UTF8.self)
        return text.utf8.allSatisfy { $0 <= 0x20 } ? "" : ": " + text
    }

    private func hint(_ status: Int, _ answer: [UInt8]) -> String? {
        switch status {
        case 401, 403: "set ISNAD_STORE_USER and ISNAD_STORE_PASSWORD, or write the store into ~/.netrc"
        case 404, 405: "the address is that of the Graph Store Protocol: /store, /DATASET/data, /sparql-graph-crud-auth"
        case _ where String(decoding: answer, as: UTF8.self).contains("\"default\""):
            "this store has no default graph: name one with --graph"
        default: nil
        }
    }
}
