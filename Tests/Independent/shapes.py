"""pySHACL on the graphs of Tests/CheckingTests/Graphs: the conforming one conforms, and each planted fault breaks
exactly the constraints that it says it breaks (CheckingTests asks the same of `isnad check`). Files given as
arguments are validated as they are.

    python3 Tests/Independent/shapes.py [--sample N] [FILE ...]
"""
import argparse
import logging
import pathlib
import sys

import pyshacl
from rdflib import RDF, Graph, Namespace, URIRef

ROOT = pathlib.Path(__file__).resolve().parents[2]
GRAPHS = ROOT / "Tests/CheckingTests/Graphs"
SH = Namespace("http://www.w3.org/ns/shacl#")
SHAPE = "https://w3id.org/isnad/shapes#"
# Some faults are ill-typed on purpose.
logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
shapes = Graph().parse(ROOT / "Ontology/shapes.ttl")
# A property shape is a blank node: the constraint is the node shape around it.
owner = {inner: outer for outer, inner in shapes.subject_objects(SH.property)}


def broken(graph):
    """The names of the constraints that a graph breaks."""
    _, report, text = pyshacl.validate(graph, shacl_graph=shapes, advanced=False, allow_warnings=False)
    if not isinstance(report, Graph):
        sys.exit(f"pySHACL failed: {text}")
    found = {}
    for result in report.subjects(RDF.type, SH.ValidationResult):
        shape = report.value(result, SH.sourceShape)
        name = str(owner.get(shape, shape)).removeprefix(SHAPE)
        found.setdefault(name, []).append((report.value(result, SH.focusNode), report.value(result, SH.value)))
    return found


def faults():
    """Constraints and Turtle of each planted fault."""
    for block in ("\n" + (GRAPHS / "faults.txt").read_text(encoding="utf-8")).split("\n### ")[1:]:
        head, _, turtle = block.partition("\n")
        yield set(head.split()), turtle


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--sample", type=int, default=1, help="every Nth of the domains and ranges only")
    arguments.add_argument("files", nargs="*")
    options = arguments.parse_args()
    failures = 0
    for file in options.files:
        found = broken(Graph().parse(file))
        violations = {k: v for k, v in found.items() if (URIRef(SHAPE + k), SH.severity, SH.Warning) not in shapes}
        print(f"{file}: {'conforms' if not violations else 'does not conform'}", end="")
        print("".join(f"; {name} {len(nodes)}" for name, nodes in sorted(found.items())))
        for name, nodes in sorted(violations.items()):
            for node, value in nodes[:3]:
                print(f"    {name}: {node} {value}")
        failures += bool(violations)
    if options.files:
        sys.exit(failures > 0)

    prefixes = (GRAPHS / "prefixes.ttl").read_text(encoding="utf-8")
    base = prefixes + (GRAPHS / "conforming.ttl").read_text(encoding="utf-8")
    found = broken(Graph().parse(data=base, format="turtle"))
    if found:
        failures += 1
        print("the conforming graph does not conform:", found)
    planted = list(faults())
    constraints = {str(s).removeprefix(SHAPE) for s in shapes.subjects(RDF.type, SH.NodeShape)}
    unplanted = constraints - set().union(*(names for names, _ in planted))
    if unplanted:
        failures += 1
        print("no fault is planted for", sorted(unplanted))
    signatures = [fault for fault in planted if all(n.startswith(("domain-", "range-")) for n in fault[0])]
    tried = [fault for fault in planted if fault not in signatures] + signatures[:: options.sample]
    for names, turtle in tried:
        found = broken(Graph().parse(data=base + turtle, format="turtle"))
        if set(found) != names:
            failures += 1
            print(f"expected {sorted(names)}, found {sorted(found)} in\n{turtle}")
    print(f"pySHACL: {len(tried)} of {len(planted)} planted faults tried, {len(constraints)} shapes, {failures} failures")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
