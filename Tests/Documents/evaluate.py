#!/usr/bin/env python3
"""Scores Isnad against reference graphs, and keeps the figures.

usage: evaluate.py --isnad BINARY --shared DIR [--accept]

DIR holds eval/ (score.py, dev/, ner.py, ner/) and reference/ (score.py, article.txt); what is not there is passed over.
The figures are printed and compared with the best ones in evaluation.json beside this file: one that is worse by more than
0.01 is an error and nothing is written. Otherwise the file, and the table between the markers in README.md, get the new
figures and the day. --accept takes worse figures for the best. Needs: pip install pyoxigraph
"""
import argparse, datetime, json, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES, README = os.path.join(HERE, "evaluation.json"), os.path.join(HERE, "..", "..", "README.md")
BEGIN, END = "<!-- evaluation: written by make evaluate -->", "<!-- end of evaluation -->"
TOLERANCE = 0.01
# figure: what the README calls it
ROWS = {
    "entities strict": "entities: class and name exactly as in the reference (F1)",
    "entities lenient": "entities: kind, and most words of the name (F1)",
    "relations": "relations between them (F1)",
    "statements": "statements with their speaker (F1)",
    "grounded": "entities with a mention that the text bears out",
    "confident edges right": "edges of confidence 0.9 and more that are right",
    "reference core": "the article the project began with: edges that the text says (recall)",
    "reference inferred": "the same: edges that a reader infers (recall)",
    "reference forbidden": "the same: edges that would be wrong (count)",
    "names PERS": "names of persons, ANERcorp (F1, other conventions)",
    "names ORG": "names of organisations, ANERcorp",
    "names LOC": "names of places, ANERcorp",
}
LESS_IS_BETTER = {"reference forbidden"}


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.stderr: sys.stderr.write(done.stderr)
    return done


def eval_dev(isnad, shared, figures):
    folder = os.path.join(shared, "eval")
    docs = os.path.join(folder, "dev", "docs")
    if not os.path.isdir(docs): return print("no eval/dev: passed over")
    with tempfile.TemporaryDirectory() as out:
        paths = sorted(os.path.join(docs, name) for name in os.listdir(docs) if name.endswith(".txt"))
        built = run(isnad, "build", "-q", "--format", "ntriples", "--evidence", "full", "--out-dir", out, *paths)
        if built.returncode: sys.exit(f"isnad build left with {built.returncode}")
        report = os.path.join(out, "report.json")
        done = run(sys.executable, os.path.join(folder, "score.py"), "--out", out, "--json", report, "--confidence", "0.9")
        print(done.stdout)
        if done.returncode: sys.exit("score.py failed")
        if not re.search(r"; \d+ documents, 0 failed", done.stdout): sys.exit("documents failed")
        scores = json.load(open(report))
    for name in ("entities strict", "entities lenient", "relations", "statements"): figures[name] = scores[name]["f1"]
    figures["grounded"] = scores["grounded"]
    sure = re.search(r"edges right = ([\d.]+)", done.stdout)
    if sure: figures["confident edges right"] = float(sure[1])


def reference(isnad, shared, figures):
    folder = os.path.join(shared, "reference")
    article = os.path.join(folder, "article.txt")
    if not os.path.isfile(article): return print("no reference article: passed over")
    with tempfile.TemporaryDirectory() as out:
        path = os.path.join(out, "article.nt")
        built = run(isnad, "build", "-q", article, "--evidence", "full", "-o", path)
        if built.returncode: sys.exit(f"isnad build left with {built.returncode}")
        done = run(sys.executable, os.path.join(folder, "score.py"), path)
    print(done.stdout)
    for level in ("core", "inferred"):
        figures["reference " + level] = float(re.search(level + r" edges \d+ of \d+ = ([\d.]+)", done.stdout)[1])
    figures["reference forbidden"] = int(re.search(r"forbidden edges present: (\d+)", done.stdout)[1])


def names(isnad, shared, figures):
    folder = os.path.join(shared, "eval")
    corpus = os.path.join(folder, "ner", "anercorp_train.tsv")
    if not os.path.isfile(corpus): return print("no eval/ner: passed over")
    command = isnad + " build {doc} --format ntriples --evidence full -q"
    done = run(sys.executable, os.path.join(folder, "ner.py"), corpus, "--run", command)
    print(done.stdout)
    for kind, f1 in re.findall(r"^(PERS|ORG|LOC) .* F1 ([\d.]+)", done.stdout, re.M): figures["names " + kind] = float(f1)


def worse(old, new):
    """The figures that fell by more than the tolerance, or are gone."""
    for name, before in old.items():
        now = new.get(name)
        if now is None: continue
        loss = now - before if name in LESS_IS_BETTER else before - now
        if loss > TOLERANCE + 1e-9: yield f"{name}: {before:.4g} before, {now:.4g} now"


def table(kept):
    lines = [BEGIN, "", f"Measured on {kept['date']} with `make evaluate`.", "", "| figure | value |", "|---|---|"]
    for name, text in ROWS.items():
        if name not in kept["figures"]: continue
        value = kept["figures"][name]
        lines.append(f"| {text} | {value} |" if isinstance(value, int) else f"| {text} | {value:.3f} |")
    return "\n".join(lines + ["", END])


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--isnad", required=True)
    parser.add_argument("--shared", required=True)
    parser.add_argument("--accept", action="store_true")
    options = parser.parse_args()
    isnad = os.path.abspath(options.isnad)
    figures = {}
    for score in (eval_dev, reference, names): score(isnad, options.shared, figures)
    if not figures: return print("nothing to score here")
    kept = json.load(open(FIGURES)) if os.path.exists(FIGURES) else {"date": "", "figures": {}, "best": {}}
    losses = list(worse(kept["best"], figures))
    for loss in losses: print("WORSE", loss)
    if losses and not options.accept: sys.exit(1)
    merged = {name: figures.get(name, kept["figures"].get(name)) for name in ROWS}
    merged = {name: round(value, 4) for name, value in merged.items() if value is not None}
    if merged != kept["figures"] or options.accept:
        best = dict(merged) if options.accept else {
            name: (min if name in LESS_IS_BETTER else max)(value, kept["best"].get(name, value)) for name, value in merged.items()}
        kept = {"date": datetime.date.today().isoformat(), "figures": merged, "best": best}
        with open(FIGURES, "w") as file: file.write(json.dumps(kept, indent=1) + "\n")
    if os.path.exists(README):
        text = open(README, encoding="utf-8").read()
        if BEGIN in text and END in text:
            new = text[: text.index(BEGIN)] + table(kept) + text[text.index(END) + len(END) :]
            if new != text:
                with open(README, "w", encoding="utf-8") as file: file.write(new)
    print(json.dumps(kept, indent=1))


main()
