import KnowledgeGraph

/// A graph made by hand: two officials, their offices and bodies, two workshops and the law behind them. The text is
/// our own.
enum WorkshopGraph {
    static let sentences = [
        "صرّح سعد المهيني، وهو وزير مفوض ويشغل منصب نائب مساعد وزير الخارجية لشؤون حقوق الإنسان، بأن دولة الكويت تعمل مع الهيئات الدولية على مكافحة الاتجار بالأشخاص وتهريب المهاجرين.",
        "وكان المهيني يتحدث إلى كونا أثناء ورشة نظمتها وزارة الخارجية عبر إدارة حقوق الإنسان، ومعها مكتب الأمم المتحدة المعني بالمخدرات والجريمة لدول مجلس التعاون الخليجي، وحضرها أعضاء اللجنة الوطنية الدائمة، ومدتها يومان.",
        "وغاية الورشة تعزيز قدرات الأعضاء، وشرح سبل تنفيذ بروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص، وتحديث الاستراتيجية الوطنية، وإعداد التقارير.",
        "وذكر المهيني أن الورشة ثمرة عناية الكويت بمكانتها الدولية.",
        "ثم قال إن اللجنة الوطنية الدائمة تريد أن تطور عملها بتبادل الخبرات مع دول المنطقة.",
        "أما ريا الرشيدي، وهي وكيلة وزارة العدل المساعد للشؤون القانونية وعضو اللجنة الوطنية الدائمة، فرأت أن الدورة جزء من عمل اللجنة ومجموعة الخبراء المركزية.",
        "وأوضحت الرشيدي أن الكوادر الوطنية تتعرف في الدورة إلى اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية وإلى البروتوكول، وقد انضمت إليهما دولة الكويت بالقانون رقم 5 لسنة 2006.",
        "وقالت إن الدورة تعرض تجارب في المنع والتحقيق والمقاضاة وحماية الضحايا.",
        "وأثنت على اللجنة الوطنية الدائمة وعلى ما في دستور دولة الكويت من تسامح وتقبل للآخر.",
        "وهذه ثاني ورشة تعقدها وزارة الخارجية مع مكتب الأمم المتحدة المعني بالمخدرات والجريمة هذا العام، بعد ورشة أولى لموظفي الوزارة في 6 و7 فبراير عنوانها دور الدبلوماسيين.",
    ]

    /// Name, class, Arabic and English label.
    private static let nodes = """
        person.kw.mehaini | Person | سعد المهيني | Saad Al-Mehaini
        person.kw.rasheedi | Person | ريا الرشيدي | Rayya Al-Rasheedi
        post.kw.dafm-hr | Post | نائب مساعد وزير الخارجية لشؤون حقوق الإنسان | Deputy Assistant Foreign Minister for Human Rights Affairs
        post.kw.afm-hr | Post | مساعد وزير الخارجية لشؤون حقوق الإنسان | Assistant Foreign Minister for Human Rights Affairs
        post.kw.fm | Post | وزير الخارجية | Minister of Foreign Affairs
        post.kw.aus-moj-legal | Post | وكيل وزارة العدل المساعد للشؤون القانونية | Assistant Undersecretary of the Ministry of Justice for Legal Affairs
        post.kw.us-moj | Post | وكيل وزارة العدل | Undersecretary of the Ministry of Justice
        rank.kw.minplen | Rank | وزير مفوض | Minister Plenipotentiary
        holding.kw.mehaini-dafm | PostHolding | سعد المهيني: نائب مساعد وزير الخارجية لشؤون حقوق الإنسان | Al-Mehaini as Deputy Assistant Foreign Minister for Human Rights
        holding.kw.rasheedi-aus | PostHolding | ريا الرشيدي: وكيل وزارة العدل المساعد للشؤون القانونية | Al-Rasheedi as Assistant Undersecretary of Justice for Legal Affairs
        membership.kw.rasheedi-committee | Membership | عضوية ريا الرشيدي في اللجنة الوطنية الدائمة | Al-Rasheedi’s membership of the Permanent National Committee
        org.kw.mofa | Ministry | وزارة الخارجية | Ministry of Foreign Affairs (Kuwait)
        org.kw.mofa-hrd | Department | إدارة حقوق الإنسان | Human Rights Department (MoFA)
        org.kw.moj | Ministry | وزارة العدل | Ministry of Justice (Kuwait)
        org.kw.un | InternationalOrganization | الأمم المتحدة | United Nations
        org.kw.unodc | InternationalOrganization | مكتب الأمم المتحدة المعني بالمخدرات والجريمة | United Nations Office on Drugs and Crime (UNODC)
        org.kw.unodc-gcc | InternationalOrganization | مكتب الأمم المتحدة المعني بالمخدرات والجريمة لدول مجلس التعاون الخليجي | UNODC Office for the Gulf Cooperation Council States
        org.kw.gcc | InternationalOrganization | مجلس التعاون الخليجي | Gulf Cooperation Council
        org.kw.committee | Committee | اللجنة الوطنية الدائمة المكلفة بتنفيذ الاستراتيجية الوطنية لمكافحة الاتجار بالأشخاص وتهريب المهاجرين | Permanent National Committee for Implementing the National Strategy to Prevent Trafficking in Persons and Smuggling of Migrants
        org.kw.ceg | Committee | مجموعة الخبراء المركزية | Central Expert Group (of the Permanent National Committee)
        org.kw.kuna | NewsAgency | وكالة الأنباء الكويتية (كونا) | Kuwait News Agency (KUNA)
        country.kw.kuwait | Country | دولة الكويت | State of Kuwait
        group.kw.gcc-states | Group | دول مجلس التعاون الخليجي | GCC member states
        group.kw.committee-members | Group | أعضاء اللجنة الوطنية الدائمة | Members of the Permanent National Committee
        group.kw.cadres | Group | الكوادر الوطنية من الجهات | National cadres from the (government) entities
        group.kw.mofa-staff | Group | منتسبو وزارة الخارجية | Ministry of Foreign Affairs staff
        group.kw.diplomats | Group | الدبلوماسيون | Diplomats
        group.kw.victims | Group | ضحايا الاتجار بالأشخاص | Victims of trafficking in persons
        group.kw.society | Group | المجتمع الكويتي | Kuwaiti society
        group.kw.intl-orgs | Group | المنظمات الدولية ذات الصلة | Relevant international organisations
        group.kw.regional-states | Group | الدول الأخرى في محيطنا الإقليمي | Other states of the region
        group.kw.women-children | Group | النساء والأطفال | Women and children
        instrument.kw.strategy | Strategy | الاستراتيجية الوطنية لمكافحة الاتجار بالأشخاص وتهريب المهاجرين | National Strategy to Prevent Trafficking in Persons and Smuggling of Migrants
        instrument.kw.tip-protocol | Protocol | بروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص خصوصا النساء والأطفال | Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women and Children
        instrument.kw.untoc | Convention | اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية | United Nations Convention against Transnational Organized Crime
        instrument.kw.law-5-2006 | Law | القانون رقم 5 لسنة 2006 | Law No. 5 of 2006 (Kuwait)
        instrument.kw.constitution | Constitution | دستور دولة الكويت | Constitution of the State of Kuwait
        action.kw.kw-untoc | TreatyAction | انضمام دولة الكويت إلى اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية | Kuwait’s accession to UNTOC
        action.kw.kw-tip | TreatyAction | انضمام دولة الكويت إلى بروتوكول منع الاتجار بالأشخاص | Kuwait’s accession to the Trafficking Protocol
        event.kw.ws2 | Workshop | تعزيز قدرات مجموعة الخبراء المركزية في اللجنة الوطنية الدائمة المكلفة بتنفيذ الاستراتيجية الوطنية لمكافحة الاتجار بالأشخاص وتهريب المهاجرين | Capacity-building of the Central Expert Group of the Permanent National Committee (training workshop)
        event.kw.ws1 | Workshop | دور الدبلوماسيين في التعرف إلى ضحايا الاتجار بالأشخاص | The role of diplomats in identifying, protecting and assisting victims of trafficking in persons
        statement.kw.1 | Statement | تصريح 1 | Statement 1
        statement.kw.2 | Statement | تصريح 2 | Statement 2
        statement.kw.3 | Statement | تصريح 3 | Statement 3
        statement.kw.4 | Statement | تصريح 4 | Statement 4
        statement.kw.5 | Statement | تصريح 5 | Statement 5
        statement.kw.6 | Statement | تصريح 6 | Statement 6
        statement.kw.7 | Statement | تصريح 7 | Statement 7
        objective.kw.1 | Objective | تعزيز قدرات أعضاء اللجنة الوطنية الدائمة | Strengthen the capacities of Committee members
        objective.kw.2 | Objective | التعريف بأفضل الممارسات الدولية والمبادئ التوجيهية في تنفيذ بروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص | Familiarise members with international best practice and guidelines for implementing the Protocol
        objective.kw.3 | Objective | تطوير الاستراتيجية الوطنية | Develop the National Strategy
        objective.kw.4 | Objective | تقديم التقارير الخاصة بمكافحة الاتجار بالأشخاص | Submit reports on combating trafficking in persons
        objective.kw.5 | Objective | تطوير آليات عمل اللجنة الوطنية الدائمة عبر تبادل الخبرات والاطلاع على تجارب الدول الأخرى | Develop the Committee’s working mechanisms through exchange of expertise
        objective.kw.6 | Objective | تدريب وصقل خبرات الكوادر الوطنية وأعضاء اللجنة | Train and hone the expertise of national cadres and Committee members
        objective.kw.7 | Objective | التعرف على إطار العمل الدولي لتنفيذ الاتفاقية والبروتوكول | Learn the international framework for implementing the Convention and Protocol
        objective.kw.8 | Objective | الارتقاء بمكانة الكويت الدولية | Raise Kuwait’s international standing
        topic.kw.tip | Topic | الاتجار بالأشخاص | Trafficking in persons
        topic.kw.smuggling | Topic | تهريب المهاجرين | Smuggling of migrants
        topic.kw.counter-tip | Topic | مكافحة الاتجار بالأشخاص | Combating trafficking in persons
        topic.kw.hr | Topic | حقوق الإنسان | Human rights
        topic.kw.legal-affairs | Topic | الشؤون القانونية | Legal affairs
        topic.kw.toc | Topic | الجريمة المنظمة عبر الوطنية | Transnational organised crime
        topic.kw.drugs | Topic | المخدرات | Drugs
        topic.kw.crime | Topic | الجريمة | Crime
        topic.kw.victim-protection | Topic | حماية ضحايا الاتجار بالأشخاص | Protection of trafficking victims
        topic.kw.prevention | Topic | المنع والوقاية | Prevention
        topic.kw.investigation | Topic | التحقيق | Investigation
        topic.kw.prosecution | Topic | المقاضاة | Prosecution
        topic.kw.best-practice | Topic | أفضل الممارسات | Best practice
        topic.kw.intl-coop | Topic | التعاون الدولي | International cooperation
        topic.kw.tolerance | Topic | التسامح | Tolerance
        topic.kw.acceptance | Topic | تقبل الآخر | Acceptance of the other
        """

    /// Subject, property, object (`"` a literal, `=` a concept), sentence from 1 or 0, derivation.
    private static let edges = """
        holding.kw.mehaini-dafm | org:member | person.kw.mehaini | 1 | read
        holding.kw.mehaini-dafm | isnad:post | post.kw.dafm-hr | 1 | read
        holding.kw.mehaini-dafm | org:organization | org.kw.mofa | 1 | inferred
        person.kw.mehaini | org:holds | post.kw.dafm-hr | 1 | read
        person.kw.mehaini | isnad:rank | rank.kw.minplen | 1 | read
        holding.kw.rasheedi-aus | org:member | person.kw.rasheedi | 6 | read
        holding.kw.rasheedi-aus | isnad:post | post.kw.aus-moj-legal | 6 | read
        holding.kw.rasheedi-aus | org:organization | org.kw.moj | 6 | read
        person.kw.rasheedi | org:holds | post.kw.aus-moj-legal | 6 | read
        membership.kw.rasheedi-committee | org:member | person.kw.rasheedi | 6 | read
        membership.kw.rasheedi-committee | org:organization | org.kw.committee | 6 | read
        person.kw.rasheedi | org:memberOf | org.kw.committee | 6 | read
        post.kw.dafm-hr | isnad:deputyOf | post.kw.afm-hr | 1 | read
        post.kw.afm-hr | isnad:assistantTo | post.kw.fm | 1 | inferred
        post.kw.dafm-hr | org:postIn | org.kw.mofa | 1 | inferred
        post.kw.afm-hr | org:postIn | org.kw.mofa | 1 | inferred
        post.kw.fm | org:postIn | org.kw.mofa | 1 | inferred
        post.kw.dafm-hr | isnad:remit | topic.kw.hr | 1 | read
        post.kw.afm-hr | isnad:remit | topic.kw.hr | 1 | inferred
        post.kw.aus-moj-legal | isnad:assistantTo | post.kw.us-moj | 6 | inferred
        post.kw.aus-moj-legal | org:postIn | org.kw.moj | 6 | read
        post.kw.us-moj | org:postIn | org.kw.moj | 6 | inferred
        post.kw.aus-moj-legal | isnad:remit | topic.kw.legal-affairs | 6 | read
        org.kw.mofa-hrd | org:subOrganizationOf | org.kw.mofa | 2 | read
        org.kw.mofa-hrd | isnad:remit | topic.kw.hr | 2 | inferred
        org.kw.unodc-gcc | org:subOrganizationOf | org.kw.unodc | 2 | inferred
        org.kw.unodc-gcc | isnad:jurisdiction | group.kw.gcc-states | 2 | read
        org.kw.unodc | org:subOrganizationOf | org.kw.un | 2 | inferred
        org.kw.unodc | isnad:remit | topic.kw.drugs | 2 | inferred
        org.kw.unodc | isnad:remit | topic.kw.crime | 2 | inferred
        group.kw.gcc-states | isnad:drawnFrom | org.kw.gcc | 2 | inferred
        org.kw.committee | isnad:implements | instrument.kw.strategy | 2 | read
        org.kw.ceg | org:subOrganizationOf | org.kw.committee | 6 | read
        org.kw.mofa | isnad:ofCountry | country.kw.kuwait | 1 | inferred
        org.kw.moj | isnad:ofCountry | country.kw.kuwait | 6 | inferred
        org.kw.committee | isnad:ofCountry | country.kw.kuwait | 2 | inferred
        org.kw.kuna | isnad:ofCountry | country.kw.kuwait | 2 | background
        group.kw.committee-members | isnad:drawnFrom | org.kw.committee | 2 | read
        group.kw.mofa-staff | isnad:drawnFrom | org.kw.mofa | 10 | read
        event.kw.ws2 | schema:organizer | org.kw.mofa | 2 | read
        event.kw.ws2 | isnad:representedBy | org.kw.mofa-hrd | 2 | read
        event.kw.ws2 | isnad:partner | org.kw.unodc-gcc | 2 | read
        event.kw.ws2 | isnad:partner | org.kw.unodc | 10 | read
        event.kw.ws2 | isnad:audience | group.kw.committee-members | 2 | read
        event.kw.ws2 | isnad:audience | org.kw.ceg | 6 | inferred
        event.kw.ws2 | isnad:audience | group.kw.cadres | 7 | read
        event.kw.ws2 | schema:duration | "P2D | 2 | read
        event.kw.ws2 | isnad:ordinal | "2 | 10 | read
        event.kw.ws2 | isnad:follows | event.kw.ws1 | 10 | read
        event.kw.ws2 | isnad:objective | objective.kw.1 | 3 | read
        event.kw.ws2 | isnad:objective | objective.kw.2 | 3 | read
        event.kw.ws2 | isnad:objective | objective.kw.3 | 3 | read
        event.kw.ws2 | isnad:objective | objective.kw.4 | 3 | read
        event.kw.ws2 | isnad:objective | objective.kw.5 | 5 | read
        event.kw.ws2 | isnad:objective | objective.kw.6 | 7 | read
        event.kw.ws2 | isnad:objective | objective.kw.7 | 7 | read
        event.kw.ws2 | isnad:objective | objective.kw.8 | 4 | read
        event.kw.ws2 | schema:about | topic.kw.tip | 2 | inferred
        event.kw.ws2 | schema:about | topic.kw.smuggling | 2 | inferred
        event.kw.ws2 | schema:about | topic.kw.prevention | 8 | read
        event.kw.ws2 | schema:about | topic.kw.investigation | 8 | read
        event.kw.ws2 | schema:about | topic.kw.prosecution | 8 | read
        event.kw.ws2 | schema:about | topic.kw.victim-protection | 8 | read
        event.kw.ws2 | schema:about | topic.kw.best-practice | 8 | read
        event.kw.ws1 | schema:organizer | org.kw.mofa | 10 | inferred
        event.kw.ws1 | isnad:partner | org.kw.unodc | 10 | inferred
        event.kw.ws1 | isnad:audience | group.kw.mofa-staff | 10 | read
        event.kw.ws1 | schema:startDate | "--02-06 | 10 | read
        event.kw.ws1 | schema:endDate | "--02-07 | 10 | read
        event.kw.ws1 | schema:duration | "P2D | 10 | inferred
        event.kw.ws1 | isnad:ordinal | "1 | 10 | read
        event.kw.ws1 | schema:about | group.kw.diplomats | 10 | read
        event.kw.ws1 | schema:about | group.kw.victims | 10 | read
        event.kw.ws1 | schema:about | topic.kw.tip | 10 | inferred
        event.kw.ws1 | schema:about | topic.kw.victim-protection | 10 | inferred
        objective.kw.1 | schema:about | group.kw.committee-members | 3 | read
        objective.kw.2 | schema:about | instrument.kw.tip-protocol | 3 | read
        objective.kw.3 | schema:about | instrument.kw.strategy | 3 | read
        objective.kw.4 | schema:about | topic.kw.counter-tip | 3 | read
        objective.kw.5 | schema:about | org.kw.committee | 5 | read
        objective.kw.6 | schema:about | group.kw.cadres | 7 | read
        objective.kw.6 | schema:about | group.kw.committee-members | 7 | read
        objective.kw.7 | schema:about | instrument.kw.untoc | 7 | read
        objective.kw.7 | schema:about | instrument.kw.tip-protocol | 7 | read
        objective.kw.2 | schema:about | group.kw.committee-members | 3 | inferred
        objective.kw.5 | schema:about | group.kw.regional-states | 5 | read
        objective.kw.8 | schema:about | country.kw.kuwait | 4 | read
        instrument.kw.strategy | schema:about | topic.kw.tip | 2 | read
        instrument.kw.strategy | schema:about | topic.kw.smuggling | 2 | read
        instrument.kw.tip-protocol | schema:about | topic.kw.tip | 3 | read
        instrument.kw.tip-protocol | schema:about | group.kw.women-children | 7 | read
        instrument.kw.untoc | schema:about | topic.kw.toc | 7 | read
        instrument.kw.strategy | isnad:ofCountry | country.kw.kuwait | 2 | inferred
        instrument.kw.law-5-2006 | isnad:ofCountry | country.kw.kuwait | 7 | inferred
        instrument.kw.law-5-2006 | isnad:number | "5 | 7 | read
        instrument.kw.law-5-2006 | isnad:year | "2006 | 7 | read
        instrument.kw.constitution | isnad:ofCountry | country.kw.kuwait | 9 | read
        instrument.kw.constitution | schema:about | topic.kw.tolerance | 9 | read
        instrument.kw.constitution | schema:about | topic.kw.acceptance | 9 | read
        instrument.kw.tip-protocol | isnad:supplements | instrument.kw.untoc | 0 | background
        action.kw.kw-untoc | isnad:treatyParty | country.kw.kuwait | 7 | read
        action.kw.kw-untoc | isnad:treaty | instrument.kw.untoc | 7 | read
        action.kw.kw-untoc | isnad:legalBasis | instrument.kw.law-5-2006 | 7 | read
        action.kw.kw-untoc | isnad:kind | =kind-accession | 7 | read
        instrument.kw.untoc | isnad:contractingParty | country.kw.kuwait | 7 | read
        action.kw.kw-tip | isnad:treatyParty | country.kw.kuwait | 7 | inferred
        action.kw.kw-tip | isnad:treaty | instrument.kw.tip-protocol | 7 | inferred
        action.kw.kw-tip | isnad:legalBasis | instrument.kw.law-5-2006 | 7 | inferred
        action.kw.kw-tip | isnad:kind | =kind-accession | 7 | inferred
        instrument.kw.tip-protocol | isnad:contractingParty | country.kw.kuwait | 7 | inferred
        statement.kw.1 | isnad:speaker | person.kw.mehaini | 1 | read
        statement.kw.1 | isnad:reportingLemma | "أكد | 1 | read
        statement.kw.1 | isnad:addressedTo | org.kw.kuna | 2 | read
        statement.kw.1 | isnad:madeDuring | event.kw.ws2 | 2 | read
        statement.kw.2 | isnad:speaker | person.kw.mehaini | 4 | read
        statement.kw.2 | isnad:reportingLemma | "قال | 4 | read
        statement.kw.2 | isnad:addressedTo | org.kw.kuna | 2 | inferred
        statement.kw.2 | isnad:madeDuring | event.kw.ws2 | 2 | inferred
        statement.kw.3 | isnad:speaker | person.kw.mehaini | 5 | inferred
        statement.kw.3 | isnad:reportingLemma | "أضاف | 5 | read
        statement.kw.3 | isnad:addressedTo | org.kw.kuna | 2 | inferred
        statement.kw.3 | isnad:madeDuring | event.kw.ws2 | 2 | inferred
        statement.kw.4 | isnad:speaker | person.kw.rasheedi | 6 | read
        statement.kw.4 | isnad:reportingLemma | "قال | 6 | read
        statement.kw.4 | isnad:addressedTo | org.kw.kuna | 6 | inferred
        statement.kw.4 | isnad:madeDuring | event.kw.ws2 | 6 | inferred
        statement.kw.5 | isnad:speaker | person.kw.rasheedi | 7 | read
        statement.kw.5 | isnad:reportingLemma | "أضاف | 7 | read
        statement.kw.5 | isnad:addressedTo | org.kw.kuna | 6 | inferred
        statement.kw.5 | isnad:madeDuring | event.kw.ws2 | 6 | inferred
        statement.kw.6 | isnad:speaker | person.kw.rasheedi | 8 | inferred
        statement.kw.6 | isnad:reportingLemma | "ذكر | 8 | read
        statement.kw.6 | isnad:addressedTo | org.kw.kuna | 6 | inferred
        statement.kw.6 | isnad:madeDuring | event.kw.ws2 | 6 | inferred
        statement.kw.7 | isnad:speaker | person.kw.rasheedi | 9 | inferred
        statement.kw.7 | isnad:reportingLemma | "أشاد | 9 | read
        statement.kw.7 | isnad:addressedTo | org.kw.kuna | 6 | inferred
        statement.kw.7 | isnad:madeDuring | event.kw.ws2 | 6 | inferred
        statement.kw.1 | schema:about | country.kw.kuwait | 1 | read
        statement.kw.1 | schema:about | topic.kw.counter-tip | 1 | read
        statement.kw.1 | schema:about | topic.kw.smuggling | 1 | read
        statement.kw.1 | schema:about | group.kw.intl-orgs | 1 | read
        statement.kw.1 | schema:about | topic.kw.intl-coop | 1 | read
        statement.kw.1 | schema:about | objective.kw.8 | 1 | read
        statement.kw.2 | schema:about | event.kw.ws2 | 4 | read
        statement.kw.2 | schema:about | country.kw.kuwait | 4 | read
        statement.kw.2 | schema:about | topic.kw.counter-tip | 4 | read
        statement.kw.2 | schema:about | topic.kw.smuggling | 4 | read
        statement.kw.2 | schema:about | topic.kw.intl-coop | 4 | read
        statement.kw.2 | schema:about | objective.kw.8 | 4 | read
        statement.kw.2 | schema:about | group.kw.intl-orgs | 4 | read
        statement.kw.3 | schema:about | objective.kw.5 | 5 | read
        statement.kw.3 | schema:about | event.kw.ws2 | 5 | read
        statement.kw.3 | schema:about | org.kw.committee | 5 | read
        statement.kw.4 | schema:about | event.kw.ws2 | 6 | read
        statement.kw.4 | schema:about | org.kw.committee | 6 | read
        statement.kw.5 | schema:about | event.kw.ws2 | 7 | read
        statement.kw.5 | schema:about | objective.kw.6 | 7 | read
        statement.kw.5 | schema:about | objective.kw.7 | 7 | read
        statement.kw.6 | schema:about | event.kw.ws2 | 8 | read
        statement.kw.6 | schema:about | topic.kw.tip | 8 | read
        statement.kw.6 | schema:about | topic.kw.victim-protection | 8 | read
        statement.kw.6 | schema:about | group.kw.victims | 8 | read
        statement.kw.7 | schema:about | org.kw.committee | 9 | read
        statement.kw.7 | schema:about | instrument.kw.constitution | 9 | read
        statement.kw.7 | schema:about | group.kw.society | 9 | read
        topic.kw.counter-tip | skos:related | topic.kw.tip | 0 | background
        topic.kw.victim-protection | skos:broader | topic.kw.counter-tip | 0 | background
        topic.kw.prevention | skos:broader | topic.kw.counter-tip | 0 | background
        topic.kw.investigation | skos:broader | topic.kw.counter-tip | 0 | background
        topic.kw.prosecution | skos:broader | topic.kw.counter-tip | 0 | background
        topic.kw.tip | skos:broader | topic.kw.toc | 0 | background
        topic.kw.smuggling | skos:broader | topic.kw.toc | 0 | background
        topic.kw.toc | skos:broader | topic.kw.crime | 0 | background
        group.kw.victims | schema:about | topic.kw.tip | 8 | inferred
        """

    static let graph: Graph = make()

    /// Surfaces that are looked for in the text, beside the labels.
    private static let surfaces: [(String, MentionRecord.Form, String)] = [
        ("سعد المهيني", .full, "person.kw.mehaini"), ("المهيني", .short, "person.kw.mehaini"),
        ("ريا الرشيدي", .full, "person.kw.rasheedi"), ("الرشيدي", .short, "person.kw.rasheedi"),
        ("كونا", .short, "org.kw.kuna"), ("اللجنة الوطنية الدائمة", .short, "org.kw.committee"),
        ("الكويت", .short, "country.kw.kuwait"), ("البروتوكول", .definite, "instrument.kw.tip-protocol"),
        ("الدورة", .definite, "event.kw.ws2"), ("ورشة أولى", .indefinite, "event.kw.ws1"),
        ("القانون رقم 5 لسنة 2006", .full, "instrument.kw.law-5-2006"),
    ]

    private static func make() -> Graph {
        var graph = Graph()
        let text = sentences.joined(separator: "\n\n")
        graph.documents = [
            DocumentRecord(
                name: "doc.0123456789abcdef",
                title: "ورشة مكافحة الاتجار بالأشخاص وتهريب المهاجرين – دولة الكويت",
                date: "2024-02-20", url: "https://example.org/news/1", publisher: "صحيفة المثال", text: text)
        ]
        var start: Int32 = 0
        for sentence in sentences {
            let length = Int32(sentence.unicodeScalars.count)
            graph.sentences.append(SentenceRecord(document: 0, range: start..<start + length, text: sentence))
            start += length + 2
        }
        var places: [String: NodeID] = [:]
        for line in nodes.split(separator: "\n") {
            let fields = line.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
            guard let type = OntologyClass(rawValue: fields[1]) else { continue }
            places[fields[0]] = NodeID(graph.nodes.count)
            graph.nodes.append(
                Node(
                    name: fields[0], type: type,
                    labels: [NodeLabel(fields[2]), NodeLabel(fields[3], language: "en")]))
        }
        for line in edges.split(separator: "\n") {
            let fields = line.split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
            guard let subject = places[fields[0]], let property = OntologyProperty(rawValue: fields[1]),
                let number = Int32(fields[3]), let derivation = Evidence.Derivation(rawValue: fields[4])
            else { continue }
            let object: Value
            switch fields[2].first {
            case "\"": object = .literal(String(fields[2].dropFirst()), .string)
            case "=": object = .concept(String(fields[2].dropFirst()))
            default:
                guard let node = places[fields[2]] else { continue }
                object = .node(node)
            }
            let sentence = number > 0 ? number - 1 : nil
            let evidence = Evidence(
                document: 0, sentence: sentence, range: sentence.map { graph.sentences[Int($0)].range },
                rule: "by-hand", confidence: derivation == .read ? 90 : 60, derivation: derivation)
            graph.edges.append(
                Edge(subject: subject, predicate: property, object: object, evidence: [evidence]))
        }
        let scalars = Array(text.unicodeScalars)
        for (surface, form, name) in surfaces {
            guard let node = places[name] else { continue }
            let wanted = Array(surface.unicodeScalars)
            for at in 0...(scalars.count - wanted.count)
            where Array(scalars[at..<at + wanted.count]) == wanted {
                graph.mentions.append(
                    MentionRecord(
                        document: 0, node: node, range: Int32(at)..<Int32(at + wanted.count), text: surface,
                        form: form, rule: "by-hand"))
            }
        }
        return graph
    }
}
