#!/usr/bin/env python3
"""Isnad's writers against oxigraph's and serd's: serialisation alone, terms in memory, to /dev/null.

usage: serializers.py STATEMENTS.nt [--pairs 5] [--allocations]

Builds the package beside this file in release mode, loads the statements in both, and lets the writers take turns:
each pair is one run of ours and one of the other, and the ratio is the median over the pairs. Nothing is sorted inside
the timing. --allocations also counts, with valgrind's dhat, how many blocks one more run of a writer allocates.
Needs: pip install pyoxigraph (0.5); valgrind for --allocations.
"""
import argparse, json, os, statistics, subprocess, sys, tempfile, time
import pyoxigraph as ox
HERE = os.path.dirname(os.path.abspath(__file__))
PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "org": "http://www.w3.org/ns/org#", "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#", "prov": "http://www.w3.org/ns/prov#", "dct": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#", "time": "http://www.w3.org/2006/time#", "schema": "http://schema.org/",
    "eli": "http://data.europa.eu/eli/ontology#", "its": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#", "gov": "https://kg.example.gov.sa/ontology#"}
FORMATS = {"ntriples": ("N-Triples", ox.RdfFormat.N_TRIPLES), "turtle": ("Turtle", ox.RdfFormat.TURTLE),
           "rdfxml": ("RDF/XML", ox.RdfFormat.RDF_XML)}

def main():
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument("statements"); a.add_argument("--pairs", type=int, default=5); a.add_argument("--allocations", action="store_true")
    o = a.parse_args()
    subprocess.run(["swift", "build", "-c", "release", "--package-path", HERE, "--product", "SerializerBenchmark"], check=True, stdout=sys.stderr)
    binary = os.path.join(HERE, ".build", "release", "SerializerBenchmark")
    with tempfile.TemporaryDirectory() as folder:
        table = os.path.join(folder, "prefixes.tsv")
        with open(table, "w") as f: f.writelines(f"{p}\t{n}\n" for p, n in PREFIXES.items())
        ours = subprocess.Popen([binary, o.statements, table], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        count = int(ours.stdout.readline())
        triples = [q.triple for q in ox.parse(path=o.statements, format=ox.RdfFormat.N_TRIPLES)]
        assert len(triples) == count
        def swift(name):
            ours.stdin.write(name + "\n"); ours.stdin.flush()
            return float(ours.stdout.readline())
        def oxigraph(name):
            with open("/dev/null", "wb") as null:
                start = time.perf_counter()
                ox.serialize(triples, null, FORMATS[name][1], prefixes=None if name == "ntriples" else PREFIXES)
                return time.perf_counter() - start
        print(f"{count} statements, million statements a second, median of {o.pairs}; ratio of each pair, its median and least\n")
        print("| format | Isnad | oxigraph | ratio | serd | ratio |\n|---|---|---|---|---|---|")
        for name, (title, _) in FORMATS.items():
            peers = [("oxigraph", lambda: oxigraph(name))] + ([("serd", lambda: swift("serd " + name))] if name != "rdfxml" else [])
            swift(name)
            pairs = {peer: [(swift(name), run()) for _ in range(o.pairs)] for peer, run in peers}
            rate = lambda times: f"{count / statistics.median(times) / 1e6:.2f}"
            row = [title, rate([x for x, _ in pairs["oxigraph"]])]
            for peer in ("oxigraph", "serd"):
                if peer in pairs:
                    ratios = [y / x for x, y in pairs[peer]]
                    row += [rate([y for _, y in pairs[peer]]), f"{statistics.median(ratios):.2f} ({min(ratios):.2f})"]
                else: row += ["–", "–"]
            print("| " + " | ".join(row) + " |", flush=True)
        ours.stdin.close(); ours.wait()
        if o.allocations:
            def blocks(name, times):
                out = os.path.join(folder, "dhat.json")
                subprocess.run(["valgrind", "--tool=dhat", f"--dhat-out-file={out}", binary, small, table, "--repeat", str(times), name],
                               check=True, stderr=subprocess.DEVNULL)
                return sum(p["tbk"] for p in json.load(open(out))["pps"])
            small = os.path.join(folder, "small.nt")
            with open(o.statements, "rb") as f, open(small, "wb") as g: g.writelines(line for _, line in zip(range(20000), f))
            print()
            for name, (title, _) in FORMATS.items():
                print(f"{title}: one more run over 20000 statements allocates {(blocks(name, 11) - blocks(name, 1)) / 10:.0f} blocks")

if __name__ == "__main__": main()
