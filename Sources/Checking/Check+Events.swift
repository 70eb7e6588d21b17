import KnowledgeGraph
import RDF

extension Check {
    /// Events, instruments, treaty actions, changes of office.
    mutating func events() {
        for event in graph.instances(of: OntologyClass.Event) {
            let starts = count(
                .eventDates, event, OntologyProperty.startDate.iri, 0, 1, "has at most one start")
            let ends = count(.eventDates, event, OntologyProperty.endDate.iri, 0, 1, "has at most one end")
            for start in starts {
                for end in ends where isAfter(start, end) {
                    add(
                        .eventDates, event, "ends before it starts", property: OntologyProperty.endDate.iri,
                        value: end)
                }
            }
        }
        for instrument in graph.instances(of: OntologyClass.Instrument) {
            for number in count(.law, instrument, OntologyProperty.number.iri, 0, 1, "has at most one number")
            where !Lexical.isNumberOfLaw(graph.terms.text(of: number)) {
                add(
                    .law, instrument, "its number is not ASCII digits", property: OntologyProperty.number.iri,
                    value: number)
            }
            for year in count(.law, instrument, OntologyProperty.year.iri, 0, 1, "has at most one year") {
                guard case .literal(let text, let datatype) = graph.terms[year],
                    datatype == Namespace.xsd + "gYear",
                    Lexical.isValid(text, .gYear)
                else {
                    add(
                        .law, instrument, "its year is no xsd:gYear", property: OntologyProperty.year.iri,
                        value: year)
                    continue
                }
            }
        }
        for action in graph.instances(of: OntologyClass.TreatyAction) {
            count(.treatyAction, action, OntologyProperty.treatyParty.iri, 1, .max, "needs a party")
            count(.treatyAction, action, OntologyProperty.treaty.iri, 1, 1, "needs one treaty")
        }
        for change in graph.instances(of: OntologyClass.OfficeChange) {
            count(.officeChange, change, OntologyProperty.person.iri, 1, 1, "needs one person")
        }
    }

    /// Dates of one datatype, in the order of their texts; a day and month without a year may pass the turn of the year.
    private func isAfter(_ start: TermID, _ end: TermID) -> Bool {
        guard case .literal(let first, let datatype) = graph.terms[start],
            case .literal(let last, let other) = graph.terms[end],
            datatype == other, datatype != Namespace.xsd + "gMonthDay"
        else { return false }
        return Array(last.utf8).lexicographicallyPrecedes(Array(first.utf8))
    }

    /// Reported words.
    mutating func statements() {
        let end = graph.find(Namespace.nif + "endIndex")
        for statement in graph.instances(of: OntologyClass.Statement) {
            count(.statement, statement, OntologyProperty.speaker.iri, 1, .max, "needs a speaker")
            count(.statement, statement, OntologyProperty.reportingVerb.iri, 1, 1, "needs one reporting verb")
            let begins = count(
                .statement, statement, Namespace.nif + "beginIndex", 1, 1, "needs one beginning")
            guard let begin = begins.first.flatMap(graph.integer) else { continue }
            for stop in graph.objects(statement, end) where (graph.integer(stop) ?? .min) <= begin {
                add(
                    .statement, statement, "ends before it begins", property: Namespace.nif + "endIndex",
                    value: stop)
            }
        }
    }
}
