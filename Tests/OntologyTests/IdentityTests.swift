import ArabicText
import Foundation
import KnowledgeGraph
import Testing

@Suite struct IdentityTests {
    @Test(
        arguments: [
            (OntologyClass.Ministry, "KW", "وزارة العدل", nil, "organization.kw.wzArp-AlEdl"),
            (.Organization, "kw", "وِزارة  العَدْل", nil, "organization.kw.wzArp-AlEdl"),
            (.Country, "KW", "دولة الكويت", nil, "country.kw"), (.Country, "kw", "الكويت", nil, "country.kw"),
            (.Law, "KW", "القانون رقم ٥ لسنة ٢٠٠٦", nil, "instrument.kw.AlqAnwn-rqm-5-lsnp-2006"),
            (.InternationalOrganization, nil, "اليونيسف (UNICEF)", nil, "organization.xx.Alywnysf-_unicef"),
            (.Person, nil, "المهيني", "doc.00ff", "person.xx.Almhyny.00ff"),
            (.Event, "xyz", "ورشة", "halfway there", "event.xx.wrcp._halfway-_there"),
            (.TreatyAction, nil, "«»", "doc.1", "treatyaction.xx._\(sha8("«»")).1"),
            (.Topic, nil, "الأمن", nil, "topic.xx.AlAmn"), (.Topic, nil, "الامن", nil, "topic.xx.AlAmn"),
        ] as [(OntologyClass, String?, String, String?, String)])
    func names(
        _ kind: OntologyClass, _ country: String?, _ label: String, _ document: String?, _ name: String
    ) {
        #expect(Identity.name(kind: kind, country: country, label: label, document: document) == name)
    }

    @Test func peopleAreMergedWithCare() {
        func name(_ label: String, _ count: Int, _ country: String?, _ body: String?) -> String {
            Identity.person(label: label, nameCount: count, country: country, body: body, document: "doc.ab")
        }
        #expect(name("سعد محمد المهيني", 3, "KW", nil) == name("سعد محمد المهيني", 3, nil, "وزارة الخارجية"))
        #expect(name("سعد المهيني", 2, "KW", "وزارة الخارجية") == "person.kw.sEd-Almhyny.wzArp-AlxArjyp")
        #expect(name("سعد المهيني", 2, nil, "وزارة الخارجية") == "person.xx.sEd-Almhyny.ab")
        #expect(name("سعد المهيني", 2, "KW", nil) == "person.kw.sEd-Almhyny.ab")
        #expect(name("عبد الله", 1, "KW", "وزارة الخارجية") == "person.kw.Ebd-Allh.ab")
    }

    @Test func whatIsGlobal() {
        func isGlobal(_ kind: OntologyClass, _ country: String?, _ none: Bool, _ label: String, _ known: Bool)
            -> Bool
        {
            Identity.isGlobal(kind: kind, country: country, hasNoState: none, label: label, isKnown: known)
        }
        #expect(isGlobal(.Ministry, "KW", false, "وزارة العدل", false))
        #expect(!isGlobal(.Ministry, nil, false, "وزارة العدل", false))
        #expect(!isGlobal(.Ministry, "KW", false, "الوزارة", false))
        #expect(isGlobal(.InternationalOrganization, nil, true, "الأمم المتحدة", false))
        #expect(isGlobal(.NewsAgency, nil, false, "رويترز", true))
        #expect(!isGlobal(.Law, nil, false, "القانون رقم 5", false))
        #expect(!isGlobal(.Workshop, "KW", true, "ورشة عمل وطنية", true))
        #expect(isGlobal(.Topic, nil, false, "الأمن", false))
    }

    @Test func longLabelsAreCutAtAWord() {
        let label = "اللجنة الوطنية الدائمة المعنية بتنفيذ الاستراتيجية الوطنية لمنع الاتجار بالأشخاص"
        let slug = Slug(label).description
        #expect(slug == "Alljnp-AlwTnyp-AldAQmp-AlmEnyp-btnfyV-\(sha8(whole(label)))")
        #expect(Slug(label + " وتهريب المهاجرين").description.dropLast(8) == slug.dropLast(8))
        #expect(Slug(label + " وتهريب المهاجرين").description != slug)
        #expect(Slug(String(repeating: "ب", count: 48)).description.count == 48)
        #expect(Slug(String(repeating: "ب", count: 49)).description.count == 48 + 9)
    }

    /// The Swift copy of the table is the table.
    @Test func theTableIsFrozenAndOne() throws {
        var rows = 0
        var letterOf: [String: Set<[UInt8]>] = [:]
        for line in try lines("transliteration.tsv") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let scalar = try #require(UInt32(cells[0], radix: 16).flatMap(Unicode.Scalar.init))
            #expect(String(scalar) == cells[1])
            #expect(Slug(cells[1]).description == cells[2], "\(cells[0])")
            if cells[2].count == 1 { letterOf[cells[2], default: []].insert(Folding.fold(cells[1])) }
            rows += 1
        }
        #expect(rows == 683)
        // One letter of the table stands for one folded letter: so different words cannot meet.
        #expect(letterOf.values.allSatisfy { $0.count == 1 })
        #expect(letterOf.count == 38 + 10)
        var known = 0
        for value in 0x600...0xFEFC as ClosedRange<UInt32> where value < 0x700 || value >= 0xFB50 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let slug = Slug("ب" + String(scalar) + "ب").description
            if slug != "bb", slug != "b-b", !slug.contains("X") { known += 1 }
        }
        #expect(known == 683)
    }

    /// Every label and word of the lexicon and the gazetteer, and, where `ISNAD_FORMS` names a file with one form a
    /// line, all of its forms: one folded form, one slug.
    @Test func nothingCollides() throws {
        var texts: [String] = []
        for folder in ["lexicon", "gazetteer"] {
            for file in try FileManager.default.contentsOfDirectory(
                atPath: packageFolder.appending(path: "Ontology/" + folder).path)
            {
                for line in try lines(folder + "/" + file) {
                    texts += line.split { $0 == "\t" || $0 == "|" }.map(String.init)
                }
            }
        }
        if let path = ProcessInfo.processInfo.environment["ISNAD_FORMS"] {
            texts += try lines(URL(filePath: path)).map { String($0.prefix { $0 != "\t" }) }
        }
        #expect(texts.count > 20_000)
        var folded: [String: String] = [:]
        var collisions = 0
        for text in texts {
            let form = comparable(text)
            guard !form.isEmpty else { continue }
            let slug = Slug(text).description
            if let other = folded[slug], other != form {
                collisions += 1
                Issue.record("\(slug): \(other) / \(form)")
            }
            folded[slug] = form
        }
        #expect(collisions == 0)
    }

    @Test func namesAreLegal() {
        let hostile = [
            "", " ", "-", "..", "a:b", "\"", "\\", "<x>", "\u{0}", "é", "中文", "ـ", "ﷺ", "ﻻ", "😀", "١٢",
            "a\nb", "ب-", "_",
        ]
        for label in hostile {
            for document in [nil, "doc.1f", label] {
                let name = Identity.name(kind: .Event, country: label, label: label, document: document)
                let bytes = Array(name.utf8)
                #expect(bytes.allSatisfy { isNameByte($0) || $0 == UInt8(ascii: ".") }, "\(name)")
                #expect(
                    isNameByte(bytes[bytes.count - 1]) && bytes[bytes.count - 1] != UInt8(ascii: "-"),
                    "\(name)")
                #expect(bytes[0] >= 0x61 && bytes[0] <= 0x7A)
            }
        }
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }

    /// The folded words, without what stands between them.
    private func comparable(_ text: String) -> String {
        var words = String.UnicodeScalarView()
        var pending = false
        for scalar in String(decoding: Folding.fold(text), as: UTF8.self).unicodeScalars {
            switch Folding.scalarClass(scalar.value) {
            case .letter, .digit:
                if pending, !words.isEmpty { words.append(" ") }
                pending = false
                words.append(scalar)
            default: pending = true
            }
        }
        return String(words)
    }

    private func whole(_ label: String) -> String {
        label.split(separator: " ").map { Slug(String($0)).description }.joined(separator: "-")
    }

    private func lines(_ name: String) throws -> [String] {
        try lines(packageFolder.appending(path: "Ontology/" + name))
    }

    private func lines(_ url: URL) throws -> [String] {
        try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init).filter {
            !$0.hasPrefix("#")
        }
    }
}
