import Drawing
import KnowledgeGraph
import Testing

@Suite struct DiagramTests {
    let diagram = Diagram(WorkshopGraph.graph)

    private func say(_ diagram: Diagram) -> Set<String> {
        Set(
            diagram.links.map {
                "\(diagram.entities[$0.source].name) \($0.key) \(diagram.entities[$0.target].name)"
            })
    }

    @Test func naryNodesAreLinks() {
        let said = say(diagram)
        #expect(said.contains("country.kw.kuwait kind-accession instrument.kw.untoc"))
        #expect(said.contains("instrument.kw.law-5-2006 isnad:legalBasis instrument.kw.untoc"))
        #expect(said.contains("person.kw.mehaini isnad:addressedTo org.kw.kuna"))
        #expect(!said.contains("instrument.kw.untoc isnad:contractingParty country.kw.kuwait"))
        #expect(
            !diagram.entities.contains {
                [.PostHolding, .Membership, .TreatyAction, .Statement].contains($0.type)
            })
    }

    @Test func aShortcutAndItsNodeAreOneLink() {
        let held = diagram.links.filter { $0.key == "org:holds" }
        #expect(held.count == 2)
        #expect(held.allSatisfy { $0.count == 1 })
    }

    @Test func focusTakesNeighbours() throws {
        var selection = DiagramSelection()
        selection.focus = "المهيني"
        let near = try diagram.selecting(selection)
        #expect(near.entities.contains { $0.name == "person.kw.mehaini" })
        #expect(near.entities.contains { $0.name == "rank.kw.minplen" })
        #expect(!near.entities.contains { $0.name == "instrument.kw.law-5-2006" })
        selection.hops = 0
        #expect(try diagram.selecting(selection).entities.map(\.name) == ["person.kw.mehaini"])
    }

    @Test func anUnknownFocusNamesItsLike() {
        var selection = DiagramSelection()
        selection.focus = "وزارة الخارجيه"
        #expect { try diagram.selecting(selection) } throws: { error in
            guard case .unknownFocus(_, let near)? = error as? DiagramSelectionError else { return false }
            return near.contains("وزارة الخارجية")
        }
    }

    @Test func typesTakeWhatIsBelowThem() throws {
        var selection = DiagramSelection()
        selection.types = [.Organization]
        let bodies = try diagram.selecting(selection)
        #expect(bodies.entities.contains { $0.type == .Committee })
        #expect(bodies.entities.allSatisfy { $0.type.isA(.Organization) })
    }

    @Test func collapseLeavesOneNodeABody() throws {
        var selection = DiagramSelection()
        selection.collapse = true
        let small = try diagram.selecting(selection)
        let ministry = try #require(small.entities.first { $0.name == "org.kw.mofa" })
        // Three posts, the rank, the department, the staff and the official.
        #expect(ministry.collapsed == 7)
        #expect(!small.entities.contains { $0.type == .Post })
        #expect(say(small).contains("event.kw.ws2 schema:organizer org.kw.mofa"))
    }

    @Test func thePictureSaysWhatItLeavesOut() throws {
        var selection = DiagramSelection()
        selection.topK = 10
        let best = try diagram.selecting(selection)
        #expect(best.entities.count == 10)
        let dot = String(decoding: DOTWriter().write(best), as: UTF8.self)
        #expect(dot.contains("عُرض 10 من \(diagram.entities.count)"))
    }

    /// A graph of a thousand entities: drawn in part, and laid out without a warning.
    @Test func aLargeGraphIsDrawnInPart() throws {
        var graph = Graph()
        for number in 0..<1000 {
            graph.nodes.append(
                Node(
                    name: "org.xx.\(number)", type: number % 10 == 0 ? .Ministry : .Department,
                    labels: [NodeLabel("جهة رقم \(number)")]))
            if number > 0 {
                graph.edges.append(
                    Edge(
                        subject: NodeID(number), predicate: .subOrganizationOf,
                        object: .node(NodeID(number / 10 * 10 % number)),
                        evidence: []))
            }
        }
        let whole = Diagram(graph)
        let part = try whole.selecting(DiagramSelection())
        #expect(part.entities.count == DiagramSelection.readableCount)
        var selection = DiagramSelection()
        (selection.focus, selection.hops) = ("جهة رقم 500", 1)
        let near = try whole.selecting(selection)
        #expect((2...20).contains(near.entities.count))
        selection = DiagramSelection()
        selection.collapse = true
        for each in [part, near, try whole.selecting(selection)] {
            #expect(try Graphviz().render(DOTWriter().write(each), as: .svg).warnings.isEmpty)
        }
    }
}
