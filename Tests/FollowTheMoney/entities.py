"""Entities of the examples, of odd texts and, where they are, of 300 articles of the corpus: `ftm validate` takes them all
and drops nothing, every required property is there, ids are unique, and what a property points to is there and of the
schema that it has to be.
"""
import collections
import itertools
import json
import lzma
import os
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

from followthemoney import model

ROOT = pathlib.Path(__file__).resolve().parents[2]
ISNAD = os.environ["ISNAD"]
CORPUS = pathlib.Path(os.environ["SHARED"]) / "corpus/news.ndjson.xz"
ODD = "قال \"وزير\u2028 العدل\\\" سعد المهيني\u0000 إن وزارة العدل\t تعمل. " * 3
failures = []


def check(holds, message):
    print(("ok    " if holds else "FAILS ") + message, flush=True)
    if not holds:
        failures.append(message)


def validated(file):
    """What `ftm validate` makes of a file."""
    with tempfile.NamedTemporaryFile() as output:
        run = subprocess.run(["ftm", "validate", "-i", file, "-o", output.name], capture_output=True)
        lines = pathlib.Path(output.name).read_text(encoding="utf-8").splitlines()
        return run.returncode, [json.loads(line) for line in lines]


def problems(entities, cleaned):
    for before, after in itertools.zip_longest(entities, cleaned):
        if before is None or after is None:
            yield f"{(before or after)['id']}: not as many came back"
            return
        for name, values in before["properties"].items():
            # It takes every text to NFC.
            values = [unicodedata.normalize("NFC", value) for value in values]
            if sorted(values) != sorted(after["properties"].get(name, [])):
                yield f"{before['id']}: {name}: {values} came back as {after['properties'].get(name)}"
    schemata = {}
    for entity in entities:
        if entity["id"] in schemata:
            yield f"{entity['id']}: is there twice"
        schemata[entity["id"]] = model.get(entity["schema"])
    for entity in entities:
        schema = schemata[entity["id"]]
        for name in schema.required:
            if name not in entity["properties"]:
                yield f"{entity['id']}: has no {name}"
        for name, values in entity["properties"].items():
            wanted = schema.get(name)
            for value in values if wanted.range else []:
                if value not in schemata:
                    yield f"{entity['id']}: {name} leads to {value}, which is not there"
                elif not schemata[value].is_a(wanted.range):
                    yield f"{entity['id']}: {name} leads to a {schemata[value].name}, not a {wanted.range.name}"


def build(title, arguments, text=None):
    with tempfile.NamedTemporaryFile(suffix=".ftm") as file:
        command = [ISNAD, "build", "-q", *arguments, "-o", file.name]
        run = subprocess.run(command, input=text, capture_output=True)
        entities = [json.loads(line) for line in pathlib.Path(file.name).read_text(encoding="utf-8").splitlines()]
        code, cleaned = validated(file.name)
    found = list(problems(entities, cleaned))
    for problem in found[:10]:
        print("    " + problem)
    counts = collections.Counter(entity["schema"] for entity in entities)
    shown = ", ".join(f"{count} {name}" for name, count in counts.most_common())
    check(run.returncode == 0 and code == 0 and not found, f"{title}: {len(entities)} entities ({shown})")
    return entities


def main():
    entities = build("workshop", [str(ROOT / "Examples/workshop/article.txt"), "--date", "2024-02-13"])
    by_id = {entity["id"]: entity["properties"] for entity in entities}
    links = [entity["properties"] for entity in entities if entity["schema"] == "Occupancy"]
    held = {(by_id[p["holder"][0]]["name"][0], by_id[p["post"][0]]["name"][0]) for p in links}
    check(
        ("ريا الرشيدي", "وكيل وزارة العدل المساعدة للشؤون القانونية") in held,
        "who holds which position is told")
    check(
        all(p.get("proof") and p.get("summary") and by_id[p["proof"][0]]["language"] == ["ara"] for p in links),
        "every position that is held has a sentence, and an article as proof")
    members = [entity["properties"] for entity in entities if entity["schema"] == "Membership"]
    check(len(members) > 0, "who is a member of what is told")
    check(any(entity["schema"] == "Event" and "organizer" in entity["properties"] for entity in entities), "events have organisers")
    build("signing", [str(ROOT / "Examples/signing/article.txt")])
    build("odd text", ["--format", "ftm"], ODD.encode())
    build("nothing", ["--format", "ftm"], b"")
    if CORPUS.exists():
        with lzma.open(CORPUS) as file, tempfile.NamedTemporaryFile(suffix=".ndjson") as sample:
            sample.writelines(itertools.islice(file, 300))
            sample.flush()
            build("300 articles", [sample.name])
    sys.exit(len(failures) > 0)


if __name__ == "__main__":
    main()
