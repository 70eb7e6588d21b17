#!/usr/bin/env python3
"""Do files hold the same triples? Each is read by pyoxigraph and by rapper.

usage: same_triples.py FILE.ttl FILE.rdf FILE.nt …
"""
import subprocess, sys
import pyoxigraph as ox

FORMATS = {"ttl": (ox.RdfFormat.TURTLE, "turtle"), "rdf": (ox.RdfFormat.RDF_XML, "rdfxml"), "nt": (ox.RdfFormat.N_TRIPLES, "ntriples")}

def triples(data, form):
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in ox.parse(data, form, base_iri="http://example.org/")}

def main(paths):
    sets = {}
    for path in paths:
        form, name = FORMATS[path.rsplit(".", 1)[1]]
        sets[path, "pyoxigraph"] = triples(open(path, "rb").read(), form)
        run = subprocess.run(["rapper", "-q", "-i", name, "-o", "ntriples", path], capture_output=True)
        if run.returncode or run.stderr:
            sys.exit(f"{path}: rapper: {run.stderr.decode()}")
        sets[path, "rapper"] = triples(run.stdout, ox.RdfFormat.N_TRIPLES)
    (first, reference), *rest = sets.items()
    for key, found in rest:
        if found != reference:
            for sign, some in (("-", reference - found), ("+", found - reference)):
                for triple in sorted(some)[:5]: print(sign, *triple)
            sys.exit(f"{key} differs from {first}")
    if not reference: sys.exit("no triples at all")
    print(f"{len(reference)} triples, the same in {len(sets)} readings")

main(sys.argv[1:])
