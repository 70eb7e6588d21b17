"""overlap.py ISNAD EXAMPLES SHARED FOLDER: the picture of every article in Chromium, measured box by box.

Nothing may lie over anything else, no word outside its shape or the picture; lines through titles of frames, through
strange nodes and under strange labels are counted; names have to be large enough on a page of A4.
"""
import glob
import json
import os
import re
import subprocess
import sys

from playwright.sync_api import sync_playwright

isnad, examples, shared, folder = sys.argv[1:5]
# What must not be, then what may be so often per article at most, on the average of all.
NEVER = ("node over node", "word outside its shape", "label over node", "label over label", "label over title",
         "title over node", "word over word", "outside the picture")
SELDOM = {"line through title": 0.15, "line through node": 0.02, "label on a strange line": 0.1}
# In points, of a name on A4 between margins of a centimetre.
SMALLEST = 6.3

MEASURE = """() => {
    const box = e => { const b = e.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
    const all = s => [...document.querySelectorAll(s)];
    // Chromium reports a line of text as high as its font; letters fill the middle of it.
    const words = g => [...g.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => {
        const [l, a, r, b] = box(t), m = (b - a) * 0.22; return {box: [l, a + m, r, b - m], text: t.textContent, top: t.parentNode.matches('g.graph')}; });
    const outline = g => g.querySelectorAll('polygon,ellipse,path');
    const nodes = all('g.node').map(g => ({id: g.id, words: words(g), text: g.textContent.trim(),
        box: [...outline(g)].map(box).reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]),
            Math.max(a[2], b[2]), Math.max(a[3], b[3])], [1e9, 1e9, -1e9, -1e9])}));
    const links = all('g.edge').filter(g => g.querySelector('path')).map(g => {
        const p = g.querySelector('path'), m = p.getScreenCTM(), n = p.getTotalLength(), points = [];
        for (let at = 0; at <= n; at += 3) { const q = p.getPointAtLength(at).matrixTransform(m); points.push([q.x, q.y]); }
        return {id: g.id, points, words: words(g)}; });
    const frames = [...all('g.cluster').map(g => ({words: words(g)})),
        {words: words(document).filter(w => w.top)}].filter(f => f.words.length);
    return {nodes, links, frames, picture: box(document.querySelector('svg'))};
}"""


def over(a, b, slack=0.0):
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def holds(box, point, slack=0.0):
    return box[0] + slack < point[0] < box[2] - slack and box[1] + slack < point[1] < box[3] - slack


def around(boxes):
    boxes = list(boxes)
    return [min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)]


def faults(m):
    found = []
    nodes = [n for n in m["nodes"] if n["box"][0] < n["box"][2]]
    labels = [(l["id"], around(w["box"] for w in l["words"]), l) for l in m["links"] if l["words"]]
    titles = [around(w["box"] for w in f["words"]) for f in m["frames"]]
    for i, a in enumerate(nodes):
        found += [("node over node", a["text"], b["text"]) for b in nodes[i + 1:] if over(a["box"], b["box"], 0.5)]
        if a["id"] != "legend.lines":
            found += [("word outside its shape", w["text"]) for w in a["words"]
                      if not (a["box"][0] - 1 <= w["box"][0] and w["box"][2] <= a["box"][2] + 1)]
        found += [("title over node", a["text"]) for t in titles if over(a["box"], t, 0.5)]
        found += [("label over node", i, a["text"]) for i, b, _ in labels if over(a["box"], b, 0.5)]
    for i, (name, box, _) in enumerate(labels):
        found += [("label over label", name, other) for other, b, _ in labels[i + 1:] if over(box, b, 0.5)]
        found += [("label over title", name) for t in titles if over(box, t, 0.5)]
        found += [("label on a strange line", name, l["id"]) for l in m["links"]
                  if l["id"] != name and any(holds(box, p, 1) for p in l["points"])]
    for link in m["links"]:
        found += [("line through title", link["id"]) for t in titles if any(holds(t, p, 1) for p in link["points"])]
        # The ends of a line touch the nodes that it joins.
        ends = [link["points"][0], link["points"][-1]] if link["points"] else []
        for node in nodes:
            near = [node["box"][0] - 9, node["box"][1] - 9, node["box"][2] + 9, node["box"][3] + 9]
            if not any(holds(near, e) for e in ends) and any(holds(node["box"], p, 2) for p in link["points"]):
                found.append(("line through node", link["id"], node["text"]))
    rows = [w for group in nodes + m["links"] + m["frames"] for w in group["words"]]
    for i, a in enumerate(rows):
        found += [("word over word", a["text"], b["text"]) for b in rows[i + 1:] if over(a["box"], b["box"], 1.5)]
    whole = m["picture"]
    for box in [n["box"] for n in nodes] + [b for _, b, _ in labels] + titles:
        if not (whole[0] <= box[0] and box[2] <= whole[2] and whole[1] <= box[1] and box[3] <= whole[3]):
            found.append(("outside the picture", box))
    return found


articles = sorted(glob.glob(f"{examples}/*/article.txt")) + sorted(glob.glob(f"{shared}/reference/article.txt"))
articles += sorted(glob.glob(f"{shared}/eval/dev/docs/*.txt"))
counts, sizes = {}, []
with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_page()
    for article in articles:
        svg = os.path.join(folder, "overlap.svg")
        subprocess.run([isnad, "draw", "-q", article, "-o", svg], check=True)
        text = open(svg, encoding="utf-8").read()
        wide, high = map(float, re.search(r'viewBox="0.00 0.00 ([\d.]+) ([\d.]+)"', text).groups())
        font = max(float(size) for size in re.findall(r'<g id="n\d+".*?font-size="([\d.]+)"', text, re.S))
        scale = max(min(785 / wide, 538 / high), min(538 / wide, 785 / high))
        page.goto("about:blank")
        page.set_content(f"<body style='margin:0'>{text[text.index('<svg'):]}</body>")
        measured = page.evaluate(MEASURE)
        shown = sum(n["id"].startswith("n") for n in measured["nodes"])
        sizes.append((font * scale, shown, article))
        for fault in faults(measured):
            counts[fault[0]] = counts.get(fault[0], 0) + 1
            if "-v" in sys.argv or fault[0] in NEVER:
                print(os.path.basename(os.path.dirname(article)), os.path.basename(article), json.dumps(fault, ensure_ascii=False))
    browser.close()
print(f"overlap: {len(articles)} pictures;", "; ".join(f"{k}: {counts.get(k, 0)}" for k in (*NEVER, *SELDOM)))
size, shown, article = min(sizes)
print(f"overlap: names on A4 {size:.2f} pt and more ({shown} entities), median {sorted(sizes)[len(sizes) // 2][0]:.1f} pt")
for name in NEVER:
    assert not counts.get(name), f"{name}: {counts[name]}"
for name, limit in SELDOM.items():
    assert counts.get(name, 0) <= limit * len(articles), f"{name}: {counts[name]} in {len(articles)} pictures"
assert min(s for s, n, _ in sizes if n <= 60) >= SMALLEST, min(sizes)
