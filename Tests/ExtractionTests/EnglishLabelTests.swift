import Extraction
import KnowledgeGraph
import Testing

/// English labels put together word by word.
@Suite struct EnglishLabelTests {
    let labels: EnglishLabels

    init() throws { labels = try RepositoryKnowledge.shared.get().english }

    @Test(arguments: [
        (
            "وكيل وزارة العدل المساعد للشؤون القانونية",
            "Assistant Undersecretary of the Ministry of Justice for Legal Affairs"
        ),
        (
            "نائب مساعد وزير الخارجية لشؤون حقوق الإنسان",
            "Deputy Assistant Minister of Foreign Affairs for Human Rights Affairs"
        ),
        (
            "مساعد وزير الخارجية لشؤون حقوق الإنسان",
            "Assistant Minister of Foreign Affairs for Human Rights Affairs"
        ),
        ("وزير الخارجية", "Minister of Foreign Affairs"),
        ("وزير الخارجية الجديد", "New Minister of Foreign Affairs"),
        ("وكيل وزارة العدل", "Undersecretary of the Ministry of Justice"),
        ("وزير الداخلية", "Minister of Interior"),
        ("وزير الخارجية الكويتي", "Kuwaiti Minister of Foreign Affairs"),
        ("النائب الأول لرئيس مجلس الوزراء", "First Deputy Prime Minister"),
        ("الأمين العام للأمم المتحدة", "Secretary-General of the United Nations"),
        ("رئيس الهيئة الوطنية لمكافحة الفساد", "Chairman of the National Authority for Anti-corruption"),
        ("وزير الدولة للشؤون الخارجية الإماراتي", "Emirati Minister of State for Foreign Affairs"),
        ("سفير الإمارات لدى تونس", "Ambassador of the United Arab Emirates to Tunisia"),
        ("مدير إدارة حقوق الإنسان", "Director of the Human Rights Department"),
        ("رئيس وفد عمان", "Head of the Delegation of Oman"),
        ("رئيس الوفد العماني", "Head of the Omani Delegation"),
        ("رئيس وزراء العراق السابق", "Former Prime Minister of Iraq"),
        ("الوزير اليمني السابق", "Former Yemeni Minister"),
        ("رئيس دولة فلسطين", "President of Palestine"),
        ("سفير قطر الدائم في الأمم المتحدة", "Permanent Ambassador of Qatar to the United Nations"),
        ("سفير الكويت بتونس", "Ambassador of Kuwait to Tunisia"),
        ("مستشار وزير العدل", "Adviser to the Minister of Justice"),
        ("أمين منطقة تبوك", "Mayor of Tabuk Region"),
        ("رئيس لجنة الطاقة", "Chairman of the Energy Committee"),
        ("وزير الصحة بالنيابة", "Acting Minister of Health"),
        ("الوزير المكلف بالنقل", "Minister for Transport"),
        ("عضو اللجنة السابقة", "Member of the Former Committee"),
        ("عضو المجلس السابق", "Former Member of the Council"),
        ("وزير الخارجية الالمانى", "German Minister of Foreign Affairs"),
    ])
    func offices(_ arabic: String, _ english: String) {
        #expect(labels.label(of: arabic, type: .Post) == english)
    }

    @Test(arguments: [
        ("وزارة العدل", OntologyClass.Ministry, "Ministry of Justice"),
        (
            "وزارة الطاقة والصناعة والثروة المعدنية", .Ministry,
            "Ministry of Energy, Industry and Mineral Resources"
        ),
        ("إدارة حقوق الإنسان", .Department, "Human Rights Department"),
        ("اللجنة الوطنية الدائمة", .Committee, "Permanent National Committee"),
        (
            "اللجنة الوطنية المعنية بتنفيذ الاستراتيجية الوطنية لمنع غسل الأموال وتهريب المهاجرين", .Committee,
            "National Committee for Implementation of the National Strategy for Preventing Money Laundering and Smuggling of Migrants"
        ),
        ("الحكومة الأردنية", .Government, "Jordanian Government"),
        ("القانون رقم 5 لسنة 2006", .Law, "Law No. 5 of 2006"),
        ("القانون رقم ٥ لسنة ٢٠٠٦", .Law, "Law No. 5 of 2006"),
        ("قرار رقم 7", .Decision, "Decision No. 7"),
        ("الخارجية الكويتية", .Ministry, "Kuwaiti Ministry of Foreign Affairs"),
        ("اللجنة المشتركة المصرية السودانية", .Committee, "Egyptian-Sudanese Joint Committee"),
        ("اللجنة العليا", .Committee, "Supreme Committee"),
        ("اللجنة التنفيذية", .Committee, "Executive Committee"),
        ("لجنة الحج المشتركة بمجلس الشورى", .Committee, "Joint Hajj Committee in the Shura Council"),
        ("لجنة الإدارة والموارد البشرية", .Committee, "Administration and Human Resources Committee"),
        ("الإدارة الأمريكية الجديدة", .Government, "New US Administration"),
        ("مكتب النائب العام الليبي", .Department, "Office of the Libyan Attorney General"),
        ("وفد وزارة العمل النيبالية", .Delegation, "Delegation of the Nepalese Ministry of Labour"),
        ("وكالة الأنباء الكويتية الرسمية", .NewsAgency, "Official Kuwait News Agency"),
    ])
    func bodies(_ arabic: String, _ type: OntologyClass, _ english: String) {
        #expect(labels.label(of: arabic, type: type) == english)
    }

    @Test func whatIsNotKnownHasNoLabel() {
        #expect(labels.label(of: "وزير الزقزقة", type: .Post) == nil)
        #expect(labels.label(of: "لجنة الطقطقة العليا", type: .Committee) == nil)
        #expect(labels.label(of: "", type: .Post) == nil)
        #expect(labels.label(of: "سعد المهيني", type: .Person) == nil)
        #expect(labels.label(of: "القانون رقم كذا", type: .Law) == nil)
    }

    @Test func peopleAreRomanised() {
        #expect(labels.romanized("سعد المهيني") == "Saʻd al-Muhaynī")
        #expect(
            labels.romanized("محمد بن سلمان بن عبدالعزيز آل سعود")
                == "Muḥammad ibn Salmān ibn ʻAbd al-ʻAzīz Āl Suʻūd")
        #expect(labels.romanized("سعد الزقزاق") == nil)
    }

    @Test func aGraphIsLabelled() throws {
        var labels = labels
        var graph = Graph()
        graph.nodes = [
            Node(name: "post.kw.a", type: .Post, labels: [NodeLabel("وزير العدل")]),
            Node(name: "person.xx.b", type: .Person, labels: [NodeLabel("منى العتيبي")]),
            Node(
                name: "organization.xx.c", type: .Company,
                labels: [NodeLabel("شركة"), NodeLabel("Firm", language: "en")]),
        ]
        labels.label(&graph)
        let once = graph.nodes
        labels.label(&graph)
        #expect(graph.nodes == once)
        #expect(graph.nodes[0].englishLabel == "Minister of Justice")
        #expect(
            graph.nodes[1].labels.last
                == NodeLabel("Muná al-ʻUtaybī", language: "ar-Latn", isPreferred: false))
        #expect(graph.nodes[2].labels.count == 2)
    }
}
