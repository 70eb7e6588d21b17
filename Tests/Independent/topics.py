"""Ontology/topics.ttl is the SKOS scheme of Ontology/gazetteer/topics.tsv, under the names that the graphs use.

    python3 Tests/Independent/topics.py           fails when the two differ
    python3 Tests/Independent/topics.py --write   makes the scheme anew

The names are made here a second time, from Ontology/transliteration.tsv alone.
"""
import hashlib
import pathlib
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEME = ROOT / "Ontology/topics.ttl"
HEAD = """# The topics of Ontology/gazetteer/topics.tsv as a SKOS scheme; Tests/Independent/topics.py --write makes it.
@prefix id: <https://w3id.org/isnad/id/> .
@prefix isnad: <https://w3id.org/isnad/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

isnad:topics a skos:ConceptScheme ;
    skos:prefLabel "Topics of government news"@en , "مواضيع الأخبار الحكومية"@ar .
"""


def rows(name):
    for line in (ROOT / "Ontology" / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


LETTERS = {chr(int(code, 16)): letter for code, _, letter in rows("transliteration.tsv")}


def slug(label):
    """As `Slug` of KnowledgeGraph, for Arabic labels."""
    text = ""
    for character in label:
        if character in LETTERS or character.isascii() and character.isdigit():
            text += LETTERS.get(character, character)
        elif character != "ـ" and unicodedata.category(character) not in ("Mn", "Me", "Cf"):
            text += " "
    words = text.split()
    whole = "-".join(words)
    if len(whole) <= 48:
        return whole
    cut = words[0][:48]
    for word in words[1:]:
        if len(cut) + 1 + len(word) > 48:
            break
        cut += "-" + word
    return cut + "-" + hashlib.sha256(whole.encode()).hexdigest()[:8]


def scheme():
    """The text of topics.ttl."""
    topics = list(rows("gazetteer/topics.tsv"))
    names = {row[0]: "id:topic.xx." + slug(row[1]) for row in topics}
    if len(set(names.values())) < len(names):
        sys.exit("two topics have one name")
    literal = lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    out = HEAD
    for key, label, variants, english, broader, related in (row + [""] * (6 - len(row)) for row in topics):
        lines = [f"{names[key]} a isnad:Topic , skos:Concept", "skos:inScheme isnad:topics"]
        english = f" , {literal(english)}@en" if english else ""
        lines.append(f"skos:prefLabel {literal(label)}@ar{english}")
        others = [v for v in variants.split("|") if v and v != label]
        if others:
            lines.append("skos:altLabel " + " , ".join(literal(v) + "@ar" for v in others))
        for predicate, keys in (("skos:broader", broader), ("skos:related", related)):
            found = [names[k] for k in keys.split("|") if k]
            if found:
                lines.append(f"{predicate} " + " , ".join(found))
        if not broader:
            lines.append("skos:topConceptOf isnad:topics")
        out += "\n" + " ;\n    ".join(lines) + " .\n"
    return out


if __name__ == "__main__":
    made = scheme()
    if "--write" in sys.argv:
        SCHEME.write_text(made, encoding="utf-8")
    elif SCHEME.read_text(encoding="utf-8") != made:
        sys.exit("Ontology/topics.ttl is not what Ontology/gazetteer/topics.tsv says; run this with --write")
    print(f"topics.ttl: {made.count('a isnad:Topic')} topics")
