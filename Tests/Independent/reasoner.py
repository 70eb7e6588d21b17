"""HermiT (through owlready2; needs Java) finds ontology, alignments, topics, ORG's and FOAF's own axioms and a graph
consistent together, and each planted contradiction inconsistent.

    python3 Tests/Independent/reasoner.py [GRAPH ...]

Without arguments the graph is the conforming one of Tests/CheckingTests/Graphs. Dates and years are left to SHACL:
HermiT knows no xsd:date and no xsd:gYear.
"""
import io
import pathlib
import sys

import owlready2
from rdflib import RDF, Graph, Namespace
from rdflib.namespace import PROV

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRAPHS = ROOT / "Tests/CheckingTests/Graphs"
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
PREFIXES = (GRAPHS / "prefixes.ttl").read_text(encoding="utf-8")
CONTRADICTIONS = {
    "a person who is an organization": "id:z a isnad:Person , isnad:Organization .",
    "a rank that somebody holds": "id:z a isnad:Rank . id:y org:holds id:z . id:z a isnad:Post .",
    "a person who is part of a body, by ORG's and FOAF's axioms":
        "id:z a isnad:Person ; org:subOrganizationOf id:y . id:y a isnad:Ministry .",
    "a committee that is a Country by range": "id:z a isnad:Committee . id:y isnad:ofCountry id:z .",
    "one membership of two members": "id:z a isnad:Membership ; org:member id:x , id:y . id:x a isnad:Person . "
        "id:y a isnad:Ministry .",
}


def without_evidence(graph):
    """Sentences, mentions and reified facts describe the text, not the world; HermiT needs none of them."""
    kept = Graph()
    skipped = set()
    for kind in (RDF.Statement, NIF.Phrase, NIF.Sentence, NIF.Context, PROV.Activity, PROV.SoftwareAgent):
        skipped |= set(graph.subjects(RDF.type, kind))
    for triple in graph:
        if triple[0] not in skipped:
            kept.add(triple)
    return kept


def is_consistent(graph):
    world = owlready2.World()
    triples = io.BytesIO(graph.serialize(format="nt", encoding="utf-8"))
    world.get_ontology("https://w3id.org/isnad/test#").load(fileobj=triples, format="ntriples")
    try:
        owlready2.sync_reasoner_hermit(world, ignore_unsupported_datatypes=True, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return not list(world.inconsistent_classes())


def main():
    schema = Graph()
    for file in ("Ontology/isnad.ttl", "Ontology/alignments.ttl", "Ontology/topics.ttl",
                 "Tests/Independent/org-axioms.ttl"):
        schema.parse(ROOT / file)
    failures = 0
    if len(sys.argv) > 1:
        graphs = {file: Graph().parse(file) for file in sys.argv[1:]}
    else:
        conforming = PREFIXES + (GRAPHS / "conforming.ttl").read_text(encoding="utf-8")
        graphs = {"conforming.ttl": Graph().parse(data=conforming, format="turtle")}
    for name, graph in graphs.items():
        consistent = is_consistent(schema + without_evidence(graph))
        failures += not consistent
        print(f"HermiT: {name} is {'consistent' if consistent else 'INCONSISTENT'} with the ontology")
    for name, turtle in CONTRADICTIONS.items():
        consistent = is_consistent(schema + Graph().parse(data=PREFIXES + turtle, format="turtle"))
        failures += consistent
        print(f"HermiT: {name}: {'NOT CAUGHT' if consistent else 'inconsistent, as it should be'}")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
