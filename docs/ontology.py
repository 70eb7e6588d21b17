"""Makes docs/ontology/: the documentation of the ontology (pyLODE 3.2.3) and a diagram of its classes (Graphviz).

    python3 docs/ontology.py
"""
import html
import logging
import pathlib
import re
import subprocess
import tempfile

from rdflib import DCTERMS, OWL, RDF, RDFS, Graph, Literal, Namespace

ROOT = pathlib.Path(__file__).resolve().parents[1]
OUT = ROOT / "docs/ontology"
ISNAD = Namespace("https://w3id.org/isnad/ontology#")
SCHEMA = Namespace("https://schema.org/")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
# The colours of Sources/Drawing/Theme.swift, light.
COLOURS = {
    "Person": ("#D5F0E6", "#00674B"), "Group": ("#D5F0E6", "#00674B"), "Post": ("#FFFFFF", "#333333"),
    "Rank": ("#FFFFFF", "#333333"), "Statement": ("#FFFFFF", "#333333"), "Organization": ("#D6EBF8", "#0B5C8F"),
    "Event": ("#FBE3D6", "#A33C00"), "Objective": ("#FBE3D6", "#A33C00"), "Instrument": ("#FFF6C2", "#7A6A00"),
    "Country": ("#F0F0F0", "#555555"), "Place": ("#F0F0F0", "#555555"), "Topic": ("#FFFFFF", "#6B6B6B"),
}
SMALL = {"PostHolding", "Membership", "OfficeChange", "TreatyAction"}
graph = Graph().parse(ROOT / "Ontology/isnad.ttl")


def local(term):
    return re.split("[#/]", str(term))[-1]


def label(term, language):
    return next((str(o) for o in graph.objects(term, RDFS.label) if o.language == language), local(term))


def ends(prop, predicates):
    """The classes on one side of a property, Agent kept as one."""
    found = []
    for predicate in predicates:
        for node in graph.objects(prop, predicate):
            union = graph.value(node, OWL.unionOf)
            found += [node] if union is None or node == ISNAD.Agent else list(graph.items(union))
    agents = set(graph.items(graph.value(ISNAD.Agent, OWL.unionOf)))
    if agents <= set(found):
        found = [ISNAD.Agent] + [c for c in found if c not in agents]
    return [c for c in found if str(c).startswith(str(ISNAD))]


def kind_node(kind, below):
    fill, border = COLOURS.get(local(kind), ("#FFFFFF", "#777777"))
    rows = f'<tr><td><b>{html.escape(label(kind, "en"))}</b></td></tr><tr><td>{label(kind, "ar")}</td></tr>'
    for child in below:
        rows += (f'<tr><td align="left"><font point-size="9">{html.escape(label(child, "en"))} · '
                 f'{label(child, "ar")}</font></td></tr>')
    style = "rounded,filled" + (",dashed" if local(kind) in SMALL | {"Agent"} else "")
    return (f'  "{local(kind)}" [label=<<table border="0" cellspacing="0" cellpadding="2">{rows}</table>>, '
            f'fillcolor="{fill}", color="{border}", style="{style}"];\n')


def diagram():
    own = [c for c in graph.subjects(RDF.type, OWL.Class) if str(c).startswith(str(ISNAD)) and c != ISNAD.Holding]
    parents = {c: [p for p in graph.objects(c, RDFS.subClassOf) if str(p).startswith(str(ISNAD))] for c in own}
    top = {}
    for c in own:
        t = c
        while parents[t]:
            t = parents[t][0]
        top[c] = t
    dot = ('digraph classes {\n  graph [rankdir=LR, fontname="Noto Sans", bgcolor=white, nodesep=0.35, ranksep=1.1];\n'
           '  node [shape=box, fontname="Noto Sans", fontsize=11, margin="0.08,0.05"];\n'
           '  edge [fontname="Noto Sans", fontsize=9, color="#555555", fontcolor="#222222", arrowsize=0.7];\n')
    for kind in sorted({top[c] for c in own}, key=local):
        dot += kind_node(kind, sorted((c for c in own if top[c] == kind and c != kind), key=local))
    edges = {}
    for prop in sorted(graph.subjects(RDF.type, OWL.ObjectProperty)):
        for begin in ends(prop, (RDFS.domain, SCHEMA.domainIncludes)):
            for end in ends(prop, (RDFS.range, SCHEMA.rangeIncludes)):
                edges.setdefault((local(top.get(begin, begin)), local(top.get(end, end))), []).append(local(prop))
    for (begin, end), names in sorted(edges.items()):
        lines = [", ".join(names[i:i + 3]) for i in range(0, len(names), 3)]
        text = "\\n".join(lines)
        dot += f'  "{begin}" -> "{end}" [label="{text}"];\n'
    for member in sorted(local(c) for c in graph.items(graph.value(ISNAD.Agent, OWL.unionOf))):
        dot += f'  "{member}" -> "Agent" [style=dotted, arrowhead=empty];\n'
    return dot + "}\n"


def readable():
    """A copy for pyLODE, which runs labels of several languages together and takes a concept scheme
    for the ontology."""
    copy = Graph()
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    concepts = set(graph.subjects(SKOS.inScheme, None))
    for s, p, o in graph:
        if s not in schemes | concepts and p != RDFS.label:
            copy.add((s, p, o))
    for term in set(graph.subjects(RDFS.label, None)) - schemes:
        texts = [str(o) for o in sorted(graph.objects(term, RDFS.label), key=lambda o: o.language != "en")]
        copy.add((term, RDFS.label, Literal(" · ".join(texts), lang="en")))
    for term, title in ((t, o) for t, o in graph.subject_objects(DCTERMS.title) if o.language == "ar"):
        copy.remove((term, DCTERMS.title, title))
    return copy


def main():
    OUT.mkdir(exist_ok=True)
    (OUT / "classes.dot").write_text(diagram(), encoding="utf-8")
    subprocess.run(["dot", "-Tsvg", str(OUT / "classes.dot"), "-o", str(OUT / "classes.svg")], check=True)
    logging.disable(logging.INFO)
    from pylode import OntPub

    with tempfile.NamedTemporaryFile(suffix=".ttl") as copy:
        readable().serialize(copy.name, format="turtle", encoding="utf-8")
        OntPub(copy.name).make_html(destination=str(OUT / "index.html"))
    page = (OUT / "index.html").read_text(encoding="utf-8")
    figure = ('<figure><a href="classes.svg"><img src="classes.svg" style="max-width:100%" '
              'alt="The classes and the properties between them"></a></figure>')
    page, count = re.subn(r'(<div[^>]*id="classes"[^>]*>\s*<h2>[^<]*</h2>)', r"\1" + figure, page, count=1)
    if not count:
        page = page.replace("</body>", figure + "</body>", 1)
    (OUT / "index.html").write_text(page, encoding="utf-8")
    print(f"docs/ontology/index.html: {len(page)} characters, diagram {'in its place' if count else 'at the end'}")


if __name__ == "__main__":
    main()
