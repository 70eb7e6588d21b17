import Foundation
import Testing

/// Rows 25, 30 to 39 and 52 to 60: files, descriptors and signals.
@Suite(.serialized) struct FileRowTests {
    private func place(_ text: String = sampleSentence) throws -> Workplace {
        let place = try Workplace()
        try place.write("in.txt", text)
        return place
    }

    @Test func row25_gigabytes() throws {
        let place = try place()
        let outcome = try place.sh("truncate -s 3G huge.txt; isnad build huge.txt -o out.ttl")
        #expect(outcome.status == 65 && outcome.messages.contains("--max-bytes"), "\(outcome.messages)")
        let limited = try place.sh("isnad build --max-bytes 20 in.txt -o out.ttl")
        #expect(limited.status == 65 && limited.messages.contains("--max-bytes"), "\(limited.messages)")
    }

    @Test func row30_folders() throws {
        let outcome = try place().sh("mkdir d; isnad build d -o out.ttl")
        #expect(outcome.status == 66 && outcome.messages.contains("-r"), "\(outcome.messages)")
    }

    @Test func row31_loops() throws {
        let place = try place()
        let outcome = try place.sh(
            "mkdir d; cp in.txt d/; ln -s ../d d/loop; ln -s in.txt d/again; isnad build -r d -o a.ttl; isnad build d/in.txt -o b.ttl")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(place.read("a.ttl") == place.read("b.ttl"))
    }

    @Test func row32_streams() throws {
        let place = try place()
        let outcome = try place.sh(
            """
            set -e
            isnad build in.txt > a.ttl
            isnad build /dev/stdin < in.txt > b.ttl
            isnad build - < in.txt > c.ttl
            cat in.txt | isnad build > d.ttl
            mkfifo f; cat in.txt > f & isnad build f > e.ttl; wait
            isnad build /proc/version > /dev/null
            """)
        #expect(outcome.status == 0, "\(outcome.messages)")
        // The place of the document's file may differ; the statements about the world may not.
        let sets = ["a", "b", "c", "d", "e"].compactMap { place.text($0 + ".ttl") }.map(\.utf8.count)
        #expect(sets.count == 5 && (sets.max() ?? 0) - (sets.min() ?? 0) < 200)
    }

    @Test func row33_shrinkingFiles() throws {
        let place = try place()
        let outcome = try place.sh(
            """
            yes "$(cat in.txt)" | head -c 30000000 > big.txt
            isnad build big.txt -o out.ttl & sleep 0.05; truncate -s 1000 big.txt; wait $!
            """)
        // Cut through a character, or read whole before: both are answers, a signal is none.
        #expect([0, 65].contains(outcome.status), "\(outcome.status) \(outcome.messages)")
    }

    @Test func row34_linksPipesAndDevices() throws {
        let place = try place()
        let outcome = try place.sh(
            """
            set -e
            echo old > real.ttl; ln -s real.ttl link.ttl; isnad build in.txt -o link.ttl
            test -L link.ttl; grep -q isnad real.ttl
            mkfifo pipe.ttl; cat pipe.ttl > got.ttl & isnad build in.txt -o pipe.ttl; wait; test -p pipe.ttl; cmp got.ttl real.ttl
            isnad build in.txt --format turtle -o /dev/null; test -c /dev/null
            isnad build in.txt --format turtle -o /dev/stdout | cmp - real.ttl
            """)
        #expect(outcome.status == 0, "\(outcome.messages)")
    }

    @Test func row35_outputsThatAreInputs() throws {
        let place = try place()
        let outcome = try place.sh("ln in.txt hard.ttl; isnad build in.txt -o hard.ttl --format turtle")
        #expect(outcome.status == 73 && outcome.messages.contains("input"), "\(outcome.messages)")
        #expect(place.text("in.txt") == sampleSentence)
    }

    @Test func row36_outputsThatCannotBe() throws {
        let place = try place()
        let long = String(repeating: "x", count: 260)
        for path in ["no/such/out.ttl", "/proc/out.ttl", "\(long).ttl", ".", "/dev/full/x.ttl"] {
            let outcome = try place.sh("isnad build in.txt --format turtle -o '\(path)'")
            #expect(outcome.status == 73, "\(path): \(outcome.messages)")
        }
        let readOnly = try place.sh(
            """
            mkdir ro; chmod 555 ro; chmod 755 .
            if [ "$(id -u)" = 0 ]; then
              command -v setpriv >/dev/null || exit 73
              setpriv --reuid 65534 --clear-groups "$ISNAD" build in.txt -o ro/out.ttl
            else isnad build in.txt -o ro/out.ttl; fi
            """)
        #expect(readOnly.status == 73, "\(readOnly.messages)")
        #expect(place.names == ["in.txt", "ro"])
    }

    @Test func row37_twoRunsToOneOutput() throws {
        let place = try place()
        let outcome = try place.sh(
            """
            yes "$(cat in.txt)" | head -100 > two.txt
            isnad build in.txt -o a.ttl; isnad build two.txt -o b.ttl
            for i in 1 2 3 4 5; do
              isnad build in.txt -o out.ttl & isnad build two.txt -o out.ttl & wait
              cmp -s out.ttl a.ttl || cmp -s out.ttl b.ttl || exit 1
            done
            """)
        #expect(outcome.status == 0, "\(outcome.messages)")
    }

    @Test func row38_fewDescriptors() throws {
        let outcome = try place().sh(
            "mkdir d; for i in $(seq 300); do cp in.txt d/$i.txt; done; (ulimit -n 16; isnad build -r d -o out.ttl)", seconds: 120)
        #expect(outcome.status == 0, "\(outcome.messages)")
    }

    @Test(arguments: ["a\nb", "a\"b'c", "100%41", "a\u{1B}[31m", "a#b?c=d&e", "-o", "خبر اليوم"])
    func row39_names(name: String) throws {
        let place = try Workplace()
        try place.write(name + ".txt", sampleSentence)
        let outcome = try place.sh("isnad build -v -o out.nt -o out.dot -- ./*.txt")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(!outcome.messages.contains("\u{1B}"))
        #expect(try place.complaints(about: ["out.nt", "out.dot"]) == "")
    }

    @Test func row39_namesThatAreNoText() throws {
        let place = try place()
        let outcome = try place.sh("cp in.txt $'a\\xff.txt'; isnad build $'a\\xff.txt' -o out.nt && isnad build -r . -o all.nt")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try place.complaints(about: ["out.nt"]) == "")
        let missing = try place.sh("isnad build $'b\\xff.txt' -o x.nt")
        #expect(missing.status == 66 && missing.messages.contains("\\xFF"), "\(missing.messages)")
    }

    @Test func rows53to55_outputsThatEnd() throws {
        let place = try place()
        let full = try place.sh("isnad build in.txt > /dev/full")
        #expect(full.status == 74 && !full.messages.isEmpty)
        let closed = try place.sh("isnad build in.txt >&-")
        #expect(closed.status == 74 && !closed.messages.isEmpty)
        let silent = try place.sh("isnad build in.txt -o out.ttl 2>&-")
        #expect(silent.status == 0 && place.read("out.ttl") != nil)
        let noInput = try place.sh("isnad build - <&-")
        #expect(noInput.status == 66, "\(noInput.messages)")
        let cut = try place.sh("yes \"$(cat in.txt)\" | head -3000 > big.txt; isnad build --evidence full big.txt | head -1 >/dev/null")
        #expect(cut.status == 0 && cut.messages.isEmpty, "\(cut.messages)")
    }

    @Test func row59_environments() throws {
        let place = try place()
        try place.sh("isnad build in.txt > a.ttl")
        let environments: [[String: String]] = [
            ["LC_ALL": "C", "LANG": "C"], ["LC_ALL": "tr_TR.UTF-8"], ["TZ": "Pacific/Apia"], ["TZ": ":/etc/passwd"],
            ["HOME": ""], ["TMPDIR": "/nonexistent"],
        ]
        for (index, environment) in environments.enumerated() {
            let outcome = try place.sh("isnad build in.txt > \(index).ttl", environment: environment)
            #expect(outcome.status == 0 && place.read("\(index).ttl") == place.read("a.ttl"), "\(environment)")
        }
        let bare = try place.sh("f=$PWD/in.txt; o=$PWD/bare.ttl; cd / && env -i \"$ISNAD\" build \"$f\" > \"$o\"")
        #expect(bare.status == 0 && place.read("bare.ttl")?.count == place.read("a.ttl")?.count)
    }

    @Test func row60_duplicates() throws {
        let place = try place()
        let outcome = try place.sh(
            "cp in.txt copy.txt; isnad build in.txt > a.ttl && isnad build in.txt in.txt > b.ttl && isnad build in.txt copy.txt > c.ttl")
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(place.read("a.ttl") == place.read("b.ttl"))
        // The copy is the same document under another name.
        #expect(abs((place.read("a.ttl")?.count ?? 0) - (place.read("c.ttl")?.count ?? 1000)) < 200)
    }

    @Test(arguments: [("a.pdf", "%PDF-1.4\n", "pdftotext"), ("a.docx", "PK\u{3}\u{4}word/", "unzip")])
    func programsThatAreNotInstalled(name: String, text: String, program: String) throws {
        let place = try Workplace()
        try place.write(name, text)
        let outcome = try place.sh("PATH=/nonexistent exec \"$ISNAD\" build \(name) -o out.ttl")
        #expect(outcome.status == 66 && outcome.messages.contains("\(name): error: needs the program \(program)"), "\(outcome.messages)")
        #expect(outcome.messages.contains("hint: install") && !place.names.contains("out.ttl"))
    }
}
