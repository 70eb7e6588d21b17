"""The competency questions of Ontology/competency, asked of a graph by pyoxigraph.

    python3 Tests/Independent/competency.py              the hand-made graph answers as in Tests/Independent/answers,
                                                         and, with ISNAD set, the example as in Ontology/competency
    python3 Tests/Independent/competency.py --write      writes these answers anew; read them before you commit them
    python3 Tests/Independent/competency.py GRAPH.ttl    how many rows each question has on a graph; with --rows, a
                                                         question without a row is an error

A thing may have several labels in a graph that holds several runs; every question then has a row for each.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

import pyoxigraph as ox

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUESTIONS = sorted((ROOT / "Ontology/competency").glob("*.rq"))
GRAPHS = ROOT / "Tests/CheckingTests/Graphs"
JOINED = {"partners", "audience", "topics", "written"}
EXAMPLE = ROOT / "Examples/workshop/article.txt"


def store(data):
    """A graph with the topics that lie behind it."""
    found = ox.Store()
    found.load(data, format=ox.RdfFormat.TURTLE)
    found.load((ROOT / "Ontology/topics.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
    return found


def answer(graph, question):
    """A header and the rows, as tab-separated lines."""
    solutions = graph.query(question.read_text(encoding="utf-8"))
    lines = ["\t".join(str(v).lstrip("?") for v in solutions.variables)]
    for row in solutions:
        cells = ["" if term is None else getattr(term, "value", str(term)) for term in row]
        # What GROUP_CONCAT puts together has no order of its own.
        cells = [" | ".join(sorted(c.split(" | "))) if v in JOINED else c for v, c in zip(lines[0].split("\t"), cells)]
        lines.append("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in cells))
    return lines


def compare(graph, folder, write, least=1):
    failures = 0
    for question in QUESTIONS:
        lines, file = answer(graph, question), folder / (question.stem + ".tsv")
        if write:
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        expected = file.read_text(encoding="utf-8").splitlines() if file.exists() else None
        if lines != expected or len(lines) <= least:
            failures += 1
            print(f"{question.stem}: {len(lines) - 1} rows, not those of {file.relative_to(ROOT)}")
            for line in sorted(set(expected or []) - set(lines)):
                print("    missing:", line)
            for line in sorted(set(lines) - set(expected or [])):
                print("    not expected:", line)
    print(f"{len(QUESTIONS) - failures} of {len(QUESTIONS)} questions answered as in {folder.relative_to(ROOT)}")
    return failures


def main():
    write = "--write" in sys.argv
    files = [a for a in sys.argv[1:] if not a.startswith("-")]
    if files:
        for file in files:
            graph = store(pathlib.Path(file).read_bytes())
            rows = {q.stem: len(answer(graph, q)) - 1 for q in QUESTIONS}
            print(file, *(f"{name[:2]}:{count}" for name, count in rows.items()))
            if "--rows" in sys.argv and not all(rows.values()):
                sys.exit(f"no rows for {[name for name, count in rows.items() if not count]}")
        return
    hand = (GRAPHS / "prefixes.ttl").read_bytes() + (GRAPHS / "conforming.ttl").read_bytes()
    failures = compare(store(hand), ROOT / "Tests/Independent/answers", write)
    if "ISNAD" in os.environ:
        with tempfile.TemporaryDirectory() as folder:
            graph = pathlib.Path(folder) / "example.ttl"
            command = [os.environ["ISNAD"], "build", "-q", str(EXAMPLE), "--date", "2024-02-13", "--evidence", "full"]
            subprocess.run(command + ["-o", str(graph)], check=True)
            failures += compare(store(graph.read_bytes()), ROOT / "Ontology/competency", write)
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
