#!/usr/bin/env python3
"""Time per byte of rows 24, 26 and 27 at full size, against normal text: linearity.py ISNAD [MB].

Normal text is the example article over and over, an article a document; MB is the size of it and of the long line, 100 if not given.
"""
import os
import resource
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
isnad = sys.argv[1]
size = int(sys.argv[2] if len(sys.argv) > 2 else 100) * 1_000_000
with open(os.path.join(here, "../../Examples/workshop/article.txt"), encoding="utf-8") as file:
    article = file.read()
line = " ".join(article.split()) + " "


def measure(name, text, suffix=".txt"):
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "in" + suffix)
        with open(source, "w", encoding="utf-8") as file:
            file.write(text)
        count = os.path.getsize(source)
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        subprocess.run([isnad, "build", "-q", source, "-o", os.path.join(folder, "out.nt")], check=True)
        seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    print(f"{name:34} {count / 1e6:8.1f} MB {seconds:8.2f} s {seconds / count * 1e9:8.0f} ns/byte", flush=True)
    return seconds / count


def repeated(text, bytes_wanted):
    return text * (bytes_wanted // len(text.encode()) + 1)


normal = measure("normal text, a document an article", "".join(
    '{"text":"' + line.replace('"', "”") + f' {number}"}}\n' for number in range(size // len(line.encode()) // 10)), ".ndjson")
rows = [
    ("24 one line", repeated(line, size)),
    ("27 1,000,000 joined titles", "ووزير الخارجية " * 1_000_000),
    ("28 100,000 nested brackets", "(" * 100_000 + line + ")" * 100_000),
    ("28 100,000 nested brackets of words", "(قال الوزير «" * 100_000 + line + "»)" * 100_000),
    ("26 1,000,000 short sentences", "قال الوزير. " * 1_000_000),
]
for name, text in rows:
    ratio = measure(name, text) / normal
    print(f"{'':34} {ratio:.2f} times normal text", flush=True)
