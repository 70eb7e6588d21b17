"""pictures.py ISNAD EXAMPLES SHARED FOLDER: every article as DOT, without a warning, with a node for each entity."""
import glob
import os
import re
import subprocess
import sys

isnad, examples, shared, folder = sys.argv[1:5]
articles = sorted(glob.glob(f"{examples}/*/article.txt")) + sorted(glob.glob(f"{shared}/eval/dev/docs/*.txt"))
drawn = 0
for article in articles:
    dot = os.path.join(folder, "graph.dot")
    subprocess.run([isnad, "draw", "-q", article, "-o", dot], check=True)
    canon = subprocess.run(["dot", "-Tsvg", dot], capture_output=True, text=True)
    assert canon.returncode == 0 and not canon.stderr, (article, canon.stderr)
    text = open(dot, encoding="utf-8").read()
    written = set(re.findall(r'^ *"([^"]+)" \[id="n\d+"', text, re.M))
    shown = set(re.findall(r'<g id="(n\d+)" class="node', canon.stdout))
    assert len(written) == len(shown), (article, len(written), len(shown))
    drawn += len(shown)
print(f"pictures: {len(articles)} articles, {drawn} entities, no warning from dot")
