"""The IRI policy, on articles that lie beside the repository (--shared DIR; what is not there is passed over).

* The union of the graphs of two halves of eval/dev is the graph of the whole, up to the choice of labels.
* No blank nodes. Each thing is of one kind, and two names never share an IRI: over eval/dev and corpus/.
* Each name is legal in Turtle, XML and DOT: an NCName of ASCII letters, digits, `_`, `-` and `.`; and rapper and
  Graphviz read the whole of eval/dev in these syntaxes.

    ISNAD=.build/release/isnad python3 Tests/Independent/identity.py --shared ../shared
"""
import argparse
import collections
import lzma
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from topics import LETTERS, slug

ISNAD = os.environ.get("ISNAD", ".build/release/isnad")
ID, TERM = "<https://w3id.org/isnad/id/", "<https://w3id.org/isnad/ontology#"
LABELS = ("<http://www.w3.org/2004/02/skos/core#prefLabel>", "<http://www.w3.org/2004/02/skos/core#altLabel>")
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
# One of the classes that the ontology says are disjoint.
KINDS = {f"{TERM}{kind}>" for kind in (
    "Person", "Organization", "Group", "Country", "Place", "Post", "Rank", "Membership", "PostHolding", "OfficeChange",
    "Event", "Statement", "Objective", "Instrument", "TreatyAction", "Topic")}
NAME = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
failures = []


def fail(message):
    failures.append(message)
    print("FAILED:", message)


def build(out, *inputs, evidence="full"):
    subprocess.run([ISNAD, "build", "-q", "--evidence", evidence, "-o", str(out), *map(str, inputs)], check=True)
    return out


def lines(path):
    with open(path, encoding="utf-8") as file:
        yield from file


def union(documents, folder):
    whole = set(lines(build(folder / "whole.nt", *documents)))
    halves = set(lines(build(folder / "a.nt", *documents[::2]))) | set(lines(build(folder / "b.nt", *documents[1::2])))
    other = [line for line in whole ^ halves if line.split(" ", 2)[1] not in LABELS]
    # A preferred label of a half may be another label of the whole; none is lost.
    def names(triples):
        return {(s, o) for s, p, o in (line.split(" ", 2) for line in triples) if p in LABELS}
    lost = names(whole) ^ names(halves)
    print(f"union: {len(whole)} triples of the whole, {len(halves)} of two halves, {len(other)} differ, "
          f"{len(lost)} names differ")
    if other:
        fail("the union of two halves is not the whole: " + other[0].strip())
    if lost:
        fail(f"a name is in the union or in the whole alone: {sorted(lost)[0]}")


def made_name(label):
    """The slug of an Arabic label, None for a label with other letters."""
    if any(c.isalpha() and c not in LETTERS for c in label):
        return None
    return slug(label)


def collisions(path):
    kinds, names = collections.defaultdict(set), collections.defaultdict(set)
    illegal, blank, seen = set(), 0, set()
    for line in lines(path):
        subject, predicate, rest = line.split(" ", 2)
        blank += "_:" in (subject[:2], rest[:2])
        if not subject.startswith(ID):
            continue
        if subject not in seen:
            seen.add(subject)
            if not NAME.fullmatch(subject[len(ID):-1]):
                illegal.add(subject)
        if predicate == TYPE:
            kind = rest[:-3]
            if kind in KINDS:
                kinds[subject].add(kind)
        elif predicate in LABELS and rest.endswith('"@ar .\n'):
            label = rest[1:-7]
            made = made_name(label)
            if made and f".{made}" in subject and len(made) > 48:
                names[subject].add(" ".join("".join(LETTERS.get(c, " ") for c in label).split()))
    mixed = {s: k for s, k in kinds.items() if len(k) > 1}
    shared = {s: n for s, n in names.items() if len(n) > 1}
    print(f"{path.name}: {len(seen)} things, {len(names)} with a name that was cut; {blank} blank nodes, "
          f"{len(illegal)} illegal names, {len(mixed)} of two kinds, {len(shared)} with two names")
    for found, what in ((illegal, "illegal name"), (mixed, "two kinds"), (shared, "two names with one IRI")):
        if found:
            fail(f"{what}: {sorted(found)[:3]}")
    if blank:
        fail("there are blank nodes")


def syntaxes(documents, folder):
    counts = {}
    for suffix, syntax in (("nt", "ntriples"), ("ttl", "turtle"), ("rdf", "rdfxml")):
        out = folder / f"syntax.{suffix}"
        build(out, *documents, evidence="none")
        done = subprocess.run(["rapper", "-c", "-i", syntax, str(out)], capture_output=True, text=True)
        counts[syntax] = int((re.search(r"returned (\d+) triples", done.stderr) or [0, -1])[1])
        if done.returncode:
            fail(f"rapper refuses {syntax}: {done.stderr[:300]}")
    if len(set(counts.values())) > 1:
        fail(f"rapper reads different numbers of triples: {counts}")
    if shutil.which("gc"):
        out = build(folder / "syntax.dot", *documents[:20], evidence="none")
        done = subprocess.run(["gc", "-n", str(out)], capture_output=True, text=True)
        if done.returncode or done.stderr:
            fail(f"Graphviz refuses the DOT: {done.stderr[:300]}")
    print("rapper:", counts)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../shared"))
    shared = arguments.parse_args().shared
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        documents = sorted((shared / "eval/dev/docs").glob("*.txt"))
        if documents:
            union(documents, folder)
            collisions(folder / "whole.nt")
            syntaxes(documents, folder)
        corpus = shared / "corpus/news.ndjson.xz"
        if corpus.exists():
            with lzma.open(corpus) as packed, open(folder / "news.ndjson", "wb") as plain:
                shutil.copyfileobj(packed, plain)
            collisions(build(folder / "corpus.nt", folder / "news.ndjson", evidence="none"))
    if not documents and not corpus.exists():
        print("no articles beside the repository: the IRI policy is passed over")
    sys.exit(len(failures) > 0)


if __name__ == "__main__":
    main()
