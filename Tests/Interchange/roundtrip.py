#!/usr/bin/env python3
"""Do graphs come back the same from every format that `isnad convert` writes?

usage: roundtrip.py ISNAD [--suites DIR] [--hostile FILE] [--list]

Each positive test of the W3C suites (N-Triples, N-Quads, Turtle, TriG, RDF/XML) and each statement of a file of
hostile statements is read by pyoxigraph, handed to `ISNAD convert` as N-Quads, written in every format, and read back
by two or three parsers that have nothing to do with Isnad; a graph counts when it is isomorphic to the one before.
Row "read": the suite's own file
read by Isnad; row "refusing": the negative tests refused. Prints a table; exit status 1 where a graph got lost without being
listed in KNOWN. --list names every case that is not a plain success.
Needs: pip install pyoxigraph rdflib; serdi, rapper, xmllint where they are installed.
"""
import argparse, collections, os, shutil, subprocess, sys, tempfile, warnings, logging
import pyoxigraph as ox, rdflib
rdflib.NORMALIZE_LITERALS = False
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

RDFT, MF = "http://www.w3.org/ns/rdftest#", "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SUITES = ["rdf-n-triples", "rdf-n-quads", "rdf-turtle", "rdf-trig", "rdf-xml"]
FORMAT = {".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS, ".ttl": ox.RdfFormat.TURTLE,
          ".trig": ox.RdfFormat.TRIG, ".rdf": ox.RdfFormat.RDF_XML, ".jsonld": ox.RdfFormat.JSON_LD}
# What readers are known to get wrong: (reader, substring of the case's name, why)
KNOWN = [("rdflib", "hostile/5", "refuses an IRI with %ZZ")]

# ---- graphs

def same_case(q):
    o = q.object
    if isinstance(o, ox.Literal) and o.language: o = ox.Literal(o.value, language=o.language.lower())
    return ox.Quad(q.subject, q.predicate, o, q.graph_name)

def canonical(quads):
    d = ox.Dataset(same_case(q) for q in quads)
    d.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(d)

def from_rdflib(graph):
    names = {}
    def term(t):
        if isinstance(t, rdflib.BNode): return names.setdefault(t, ox.BlankNode(f"r{len(names)}"))
        if isinstance(t, rdflib.URIRef): return ox.NamedNode(str(t))
        if t.language: return ox.Literal(str(t), language=t.language)
        return ox.Literal(str(t), datatype=ox.NamedNode(str(t.datatype))) if t.datatype else ox.Literal(str(t))
    for s, p, o, g in graph.quads((None, None, None, None)):
        name = ox.DefaultGraph() if g in (None, rdflib.graph.DATASET_DEFAULT_GRAPH_ID) else term(g)
        yield ox.Quad(term(s), term(p), term(o), name)

# ---- readers

def pyoxigraph(path):
    return list(ox.parse(path=path, format=FORMAT[os.path.splitext(path)[1]], base_iri="http://none.invalid/", lenient=True))

def by_rdflib(path):
    d = rdflib.Dataset()
    name = {".nt": "nt", ".nq": "nquads", ".ttl": "turtle", ".trig": "trig", ".rdf": "xml", ".jsonld": "json-ld"}
    d.parse(path, format=name[os.path.splitext(path)[1]])
    return list(from_rdflib(d))

def tool(arguments, graphs=False):
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    errors = [l for l in done.stderr.decode(errors="replace").splitlines() if "Warning" not in l]
    if done.returncode and (errors or not done.stdout): raise ValueError(done.stderr.decode(errors="replace").strip()[:200] or f"status {done.returncode}")
    return list(ox.parse(done.stdout, ox.RdfFormat.N_QUADS, lenient=True))

def serdi(path):
    name = {".nt": "ntriples", ".nq": "nquads", ".ttl": "turtle", ".trig": "trig"}[os.path.splitext(path)[1]]
    return tool(["serdi", "-i", name, "-o", "nquads", path])

def rapper(path):
    return tool(["rapper", "-q", "-i", "rdfxml", "-o", "ntriples", path])

READERS = {".nt": [pyoxigraph, serdi], ".nq": [pyoxigraph, serdi], ".ttl": [pyoxigraph, serdi, by_rdflib],
           ".trig": [pyoxigraph, serdi, by_rdflib], ".rdf": [by_rdflib, rapper, pyoxigraph], ".jsonld": [pyoxigraph, by_rdflib]}

# ---- cases: (name, quads, source file or None, base)

def suite(folder):
    name = os.path.basename(folder)
    here = "http://manifest.invalid/"
    graph = list(ox.parse(path=os.path.join(folder, "manifest.ttl"), format=ox.RdfFormat.TURTLE, base_iri=here))
    props = collections.defaultdict(dict)
    for q in graph: props[q.subject][q.predicate.value] = q.object
    base = next((q.object.value for q in graph if q.predicate.value == MF + "assumedTestBase"), "http://example/base/")
    for s in sorted(props, key=str):
        kind = props[s].get("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
        kind = kind.value.removeprefix(RDFT) if kind else ""
        if not (kind.endswith("Eval") or kind.endswith("Syntax")): continue
        action = props[s][MF + "action"].value.removeprefix(here)
        path = os.path.join(folder, action)
        if "Negative" in kind:
            if name != "rdf-xml": yield f"{name}/{action}", None, path, base + action
            continue
        result = props[s].get(MF + "result")
        suffix = ".rdf" if name == "rdf-xml" else os.path.splitext(path)[1]
        try:
            if result: quads = list(ox.parse(path=os.path.join(folder, result.value.removeprefix(here)), lenient=True))
            else: quads = list(ox.parse(path=path, format=FORMAT[suffix], base_iri=base + action))
        except (ValueError, SyntaxError) as e:
            print(f"{name}/{action}: pyoxigraph: {e}", file=sys.stderr); continue
        yield f"{name}/{action}", quads, path if suffix != ".rdf" else None, base + action

def hostile(path):
    for number, line in enumerate(open(path, "rb"), 1):
        yield f"hostile/{number}", list(ox.parse(line, ox.RdfFormat.N_TRIPLES, lenient=True)), None, None

# ---- the comparison

def main():
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument("isnad"); a.add_argument("--suites"); a.add_argument("--hostile"); a.add_argument("--list", action="store_true")
    o = a.parse_args()
    cases = []
    if o.suites and os.path.isdir(o.suites):
        for s in SUITES: cases += suite(os.path.join(o.suites, s))
    else: print("skipped: the W3C suites are not here (--suites)")
    if o.hostile and os.path.exists(o.hostile): cases += hostile(o.hostile)
    else: print("skipped: no file of hostile statements (--hostile)")
    tally = collections.defaultdict(collections.Counter); lost = 0; known = collections.Counter()
    groups = collections.Counter()
    def convert(source, target, *more):
        # Through standard output: a named file is synced to the disk each time.
        with open(target, "wb") as f:
            name = os.path.splitext(target)[1][1:]
            return subprocess.run([o.isnad, "convert", source, "--format", name, *more], stdout=f, stderr=subprocess.PIPE, timeout=60)
    def note(group, column, case, outcome, why=""):
        nonlocal lost
        if outcome == "lost":
            for reader, part, reason in KNOWN:
                if column.endswith(reader) and part in case: outcome, why = "known", reason; break
        tally[group][column, outcome] += 1
        if outcome == "lost": lost += 1
        if outcome != "same" and (o.list or outcome == "lost"): print(case, column, outcome, why, sep="\t")
    with tempfile.TemporaryDirectory() as folder:
        xml = []
        for number, (case, quads, source, base) in enumerate(cases):
            group = case.split("/")[0]
            if quads is None:
                done = convert(source, os.path.join(folder, "bad.nq"), "--base", base)
                if done.returncode < 0: note(group, "refusing", case, "lost", f"signal {-done.returncode}")
                else: note(group, "refusing", case, "same" if done.returncode else "known", "accepted by serd")
                continue
            groups[group] += 1
            want = canonical(quads)
            entry = os.path.join(folder, "in.nq")
            with open(entry, "wb") as f: ox.serialize([ox.Quad(*q) for q in quads], f, ox.RdfFormat.N_QUADS)
            if source:
                target = os.path.join(folder, "read.nq")
                done = convert(source, target, "--base", base)
                if done.returncode: note(group, "read", case, "lost", done.stderr.decode().strip())
                else: note(group, "read", case, "same" if canonical(pyoxigraph(target)) == want else "lost", "not isomorphic")
            graphs = any(not isinstance(q.graph_name, ox.DefaultGraph) for q in quads)
            for suffix, readers in READERS.items():
                if graphs and suffix in (".nt", ".ttl", ".rdf"): continue
                target = os.path.join(folder, f"out{number}{suffix}")
                done = convert(entry, target)
                if done.returncode:
                    error = done.stderr.decode().strip()
                    refused = suffix == ".rdf" and ("element name" in error or "XML cannot hold" in error)
                    for reader in readers:
                        note(group, f"{suffix} {reader.__name__}", case, "refused" if refused else "lost", error)
                    continue
                if suffix == ".rdf": xml.append(target)
                for reader in readers:
                    if reader in (serdi, rapper) and not shutil.which(reader.__name__): continue
                    column = f"{suffix} {reader.__name__}"
                    try: got = canonical(reader(target))
                    except Exception as e: note(group, column, case, "lost", f"{type(e).__name__}: {str(e)[:200]}"); continue
                    note(group, column, case, "same" if got == want else "lost", "" if got == want else "not isomorphic")
                if suffix != ".rdf": os.remove(target)
        if xml and shutil.which("xmllint"):
            done = subprocess.run(["xmllint", "--noout", "--nonet", *xml], stderr=subprocess.PIPE)
            print(f"libxml2: {len(xml)} RDF/XML files well-formed: {'yes' if done.returncode == 0 else 'NO'}")
            if done.returncode: lost += 1; print(done.stderr.decode()[:2000])
    columns = ["refusing", "read"] + [f"{s} {r.__name__}" for s, rs in READERS.items() for r in rs]
    print("| the same after | " + " | ".join(f"{g} ({groups[g]})" for g in groups) + " |")
    print("|---|" + "---|" * len(groups))
    for c in columns:
        row = []
        for g in groups:
            n = {k: tally[g][c, k] for k in ("same", "refused", "known", "lost")}
            total = sum(n.values())
            extra = [f"{n['refused']} refused"] * bool(n["refused"]) + [f"{n['known']} known"] * bool(n["known"])
            row.append(f"{n['same']} of {total}" + (f" ({', '.join(extra)})" if extra else "") if total else "–")
        print(f"| {c.replace('by_', '')} | " + " | ".join(row) + " |")
    print(f"lost: {lost}")
    return 1 if lost else 0

if __name__ == "__main__": sys.exit(main())
