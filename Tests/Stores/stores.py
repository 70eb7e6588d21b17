"""`isnad load` and `isnad ask` as a user runs them, against Oxigraph and Virtuoso and against files.

The thirteen questions have to have the rows of Ontology/competency from each of them. Rows are compared as sets: engines
do not agree on the order of Arabic letters, and what GROUP_CONCAT puts together has no order at all.
"""
import csv
import io
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import servers

ROOT = pathlib.Path(__file__).resolve().parents[2]
ISNAD = os.environ["ISNAD"]
EXAMPLE = str(ROOT / "Examples/workshop/article.txt")
QUESTIONS = sorted((ROOT / "Ontology/competency").glob("*.rq"))
JOINED = {"partners", "audience", "topics", "written"}
failures = []


def check(holds, message):
    print(("ok    " if holds else "FAILS ") + message, flush=True)
    if not holds:
        failures.append(message)


def isnad(*arguments, store=None, environment=None, code=0):
    environment = environment or (store.environment if store else os.environ)
    run = subprocess.run([ISNAD, *arguments], capture_output=True, env=environment, stdin=subprocess.DEVNULL)
    if run.returncode != code:
        check(False, f"isnad {' '.join(arguments)} leaves with {run.returncode}: {run.stderr.decode()[:600]}")
    return run


def rows(text):
    """The header, and the rows in an order of their own."""
    table = list(csv.reader(io.StringIO(text)))
    header = table[0] if table else []
    found = []
    for row in table[1:]:
        found.append(tuple(" | ".join(sorted(c.split(" | "))) if v in JOINED else c for v, c in zip(header, row)))
    return header, sorted(found)


def expected(question):
    table = [line.split("\t") for line in question.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()]
    return table[0], sorted(tuple(row) for row in table[1:])


def ask_all(name, *where, store=None):
    same = 0
    for question in QUESTIONS:
        answer = isnad("ask", question.stem, *where, "--format", "csv", "-q", store=store)
        header, found = rows(answer.stdout.decode())
        wanted_header, wanted = expected(question)
        # Engines may give the variables of a question in an order of their own.
        if sorted(header) == sorted(wanted_header):
            order = [header.index(variable) for variable in wanted_header]
            found = sorted(tuple(row[index] for index in order) for row in found)
        if found == wanted:
            same += 1
            continue
        print(f"{name}: {question.stem}: {len(found)} rows, {len(wanted)} expected")
        for row in sorted(set(wanted) - set(found))[:3]:
            print("    missing:     ", row)
        for row in sorted(set(found) - set(wanted))[:3]:
            print("    not expected:", row)
    check(same == len(QUESTIONS), f"{name}: {same} of {len(QUESTIONS)} questions have the rows of Ontology/competency")


def count(store, pattern="?s ?p ?o"):
    with tempfile.NamedTemporaryFile("w", suffix=".rq") as file:
        file.write("SELECT (COUNT(*) AS ?n) WHERE { " + pattern + " }")
        file.flush()
        answer = isnad("ask", file.name, "--store", store.ask, "--format", "csv", store=store).stdout.decode()
    cells = [cell.strip('"') for cell in answer.split()]
    return int(cells[1]) if len(cells) == 2 else -1


def triples(*arguments):
    lines = isnad("build", *arguments, "--format", "ntriples", "-q").stdout.splitlines()
    return len(set(lines))


DAY = ["--date", "2024-02-13", "--evidence", "full"]


def load(store):
    """Loads, counts, asks, replaces."""
    into = ["--graph", store.graph] if store.graph else []
    made = triples(EXAMPLE, *DAY)
    isnad("load", store.load, EXAMPLE, *DAY, *into, "--chunk", "300", store=store)
    check(count(store) == made, f"{store.name}: {made} triples in chunks of 300, as many as isnad build writes")
    isnad("load", store.load, EXAMPLE, *DAY, *into, store=store)
    check(count(store) == made, f"{store.name}: loading them again adds nothing")
    other = str(ROOT / "Examples/signing/article.ttl")
    isnad("load", store.load, other, *into, store=store)
    check(count(store) > made, f"{store.name}: a graph file beside it")
    isnad("load", store.load, EXAMPLE, *DAY, *into, "--replace", "--chunk", "300", store=store)
    check(count(store) == made, f"{store.name}: --replace leaves only what is loaded")
    isnad("load", store.load, EXAMPLE, *DAY, *into, "--vocabulary", store=store)
    ask_all(store.name, "--store", store.ask, store=store)


def named_graphs(store):
    isnad("load", store.load, EXAMPLE, "--graphs", "--evidence", "none", store=store)
    made = triples(EXAMPLE, "--evidence", "none")
    check(0 < count(store, "GRAPH ?g { ?s ?p ?o }") <= made, f"{store.name}: a named graph a document with --graphs")
    with tempfile.NamedTemporaryFile("w", suffix=".ttl") as file:
        file.write("".join(f"[] <https://example.org/p{i % 3}> [ <https://example.org/q> {i} ] .\n" for i in range(50)))
        file.flush()
        isnad("load", store.load, file.name, "--graph", "https://example.org/b", "--chunk", "7", store=store)
    chain = "GRAPH <https://example.org/b> { ?a ?p ?b . ?b <https://example.org/q> ?c }"
    check(count(store, chain) == 50, f"{store.name}: blank nodes hang together, whatever --chunk says")


def refusals(store):
    """Messages and exit codes where a store says no."""
    wrong = isnad("load", store.load.rsplit("/", 1)[0] + "/nothing", EXAMPLE, "-q", store=store, code=74)
    check(b"the store answers 404" in wrong.stderr, f"{store.name}: a wrong address is told as such")
    away = isnad("load", "http://127.0.0.1:1/store", EXAMPLE, "--retries", "0", "-q", code=74)
    check(b"is the store running" in away.stderr, "no store: told as such")
    check(isnad("load", "http://a:b@127.0.0.1/store", EXAMPLE, code=2).returncode == 2, "no password on the command line")


def passwords(store):
    bare = {k: v for k, v in os.environ.items() if not k.startswith("ISNAD_STORE_")}
    into = ["load", store.load, EXAMPLE, "--graph", store.graph, "-q"]
    refused = isnad(*into, environment=bare, code=74)
    check(b"401" in refused.stderr and b"ISNAD_STORE_USER" in refused.stderr, f"{store.name}: no password, told as such")
    isnad(*into, environment={**bare, "ISNAD_STORE_USER": "dba", "ISNAD_STORE_PASSWORD": 'no"\\'}, code=74)
    with tempfile.TemporaryDirectory() as home:
        file = pathlib.Path(home) / ".netrc"
        file.write_text("machine 127.0.0.1 login dba password dba\n")
        file.chmod(0o600)
        run = isnad(*into, environment={**bare, "HOME": home})
        check(run.returncode == 0, f"{store.name}: the password from ~/.netrc")
    nowhere = isnad("load", store.load, EXAMPLE, "-q", store=store, code=74)
    check(b"--graph" in nowhere.stderr, f"{store.name}: has no default graph, told as such")


def retries():
    with servers.stubborn(2) as (address, told):
        isnad("load", address, EXAMPLE, "--evidence", "none", "--graph", "https://example.org/ا b".replace(" ", ""), "-q")
        paths = {path for _, path, _, _ in told}
        check(len(told) == 3 and len({body for *_, body in told}) == 1, "503 twice: the third time the same is sent")
        check(paths == {"/store?graph=https%3A%2F%2Fexample.org%2F%D8%A7b"}, "the name of the graph is escaped")
    with servers.stubborn(9) as (address, told):
        isnad("load", address, EXAMPLE, "--evidence", "none", "--retries", "1", "-q", code=74)
        check(len(told) == 2, "--retries 1 tries twice")


def main():
    with servers.oxigraph() as store:
        if store is None:
            print("no oxigraph: passed over")
        else:
            load(store)
            named_graphs(store)
            refusals(store)
            ask_all("isnad ask, files", EXAMPLE, "--date", "2024-02-13")
    with servers.virtuoso() as store:
        if store is None:
            print("no virtuoso-t: passed over")
        else:
            load(store)
            passwords(store)
    retries()
    sys.exit(len(failures) > 0)


if __name__ == "__main__":
    main()
