"""page.py ISNAD ARTICLE FOLDER: the page of an article in Chromium, and that of a hostile one.

Hover, click, search, filters, keyboard, a phone's width, no network; nothing that an article says runs.
"""
import pathlib
import subprocess
import sys

from playwright.sync_api import sync_playwright

isnad, article, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
HOSTILE = """<script>window.evil = 1</script> </script><svg onload="window.evil = 2">
قال وزير العدل </span><img src=x onerror="window.evil=3"> خالد السعيد إن وزارة العدل <b onmouseover="window.evil=4">نظمت ورشة عمل</b> أمس.
نظمت وزارة العدل «ورشة عمل</script><script>window.evil=5</script>» أمس. --> ]]> {{7*7}} ${window.evil=6} " ' ` \\u003cscript>
"""


def draw(text, name):
    page = folder / f"{name}.html"
    source = folder / f"{name}.txt"
    source.write_text(text, encoding="utf-8")
    done = subprocess.run([isnad, "draw", source, "-o", page], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "dot says" not in done.stderr, done.stderr
    return page.as_uri()


def opened(browser, address, width=1400, height=900):
    page = browser.new_page(viewport={"width": width, "height": height})
    page.problems, page.requests = [], []
    page.on("console", lambda m: page.problems.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: page.problems.append(str(e)))
    page.on("request", lambda r: page.requests.append(r.url))
    page.goto(address)
    return page


def hover(page):
    node = page.locator("g.node.person").first
    node.locator("text").first.hover()
    assert "lit" in node.get_attribute("class"), "a node under the pointer lights up"
    assert page.locator("#read .lit").count() > 0, "and so do its words"
    assert page.locator("g.node.dim").count() > 0, "and the rest steps back"
    assert page.locator("#about h2").inner_text().strip(), "and what it is is told"
    page.mouse.move(2, 2)
    assert page.locator(".lit").count() == 0, "all is as before when the pointer leaves"
    edge = page.locator("g.edge.read").first
    edge.locator("text").first.hover()
    assert "lit" in edge.get_attribute("class")
    assert page.locator("#read .lit").count() > 0, "an edge lights the words that say it"
    page.mouse.move(2, 2)
    word = page.locator("#read [data-n]").first
    word.hover()
    number = word.get_attribute("data-n").split()[0]
    assert "lit" in page.locator(f"#n{number}").get_attribute("class"), "words light their nodes"
    page.mouse.move(2, 2)


def search(page):
    label = page.evaluate("JSON.parse(document.getElementById('data').textContent).nodes[0].names[0]")
    page.fill("#find", label.replace("أ", "ا").replace("ة", "ه"))
    assert "lit" in page.locator("#n0").get_attribute("class"), "hamza and taa marbuta do not matter"
    assert any(c.isdigit() for c in page.locator("#count").inner_text())
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.classList.contains('node')"), "Enter goes to the first"
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0
    page.fill("#find", "لا شيء بهذا الاسم")
    assert "0" in page.locator("#count").inner_text()
    page.keyboard.press("Escape")


def filters(page):
    before = page.locator("g.node:not(.off)").count()
    page.uncheck("[name=kind][value=person]")
    assert page.locator("g.node.person:not(.off)").count() == 0
    assert page.locator("g.node:not(.off)").count() < before
    page.click("#reset")
    assert page.locator("g.node:not(.off)").count() == before
    links = page.locator("g.edge:not(.off)").count()
    page.locator("#least").fill("100")
    assert page.locator("g.edge:not(.off)").count() < links, "confidence hides links"
    page.click("#reset")
    assert page.locator("g.edge:not(.off)").count() == links


def keyboard(page):
    stops = page.locator("svg [tabindex='0']").count()
    assert stops == 2, f"nodes and links are one stop each, not {stops}"
    page.locator("g.node[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("ArrowLeft")
    second = page.evaluate("document.activeElement.id")
    assert first != second and second.startswith("n")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("Enter")
    page.mouse.move(2, 2)
    assert page.locator(f"#{first}.lit").count() == 1, "Enter holds"
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0, "Escape lets go"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"


def phone(browser, address):
    page = opened(browser, address, 390, 844)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390, f"nothing reaches beyond a phone's width, but {wide}"
    assert page.locator("#picture").bounding_box()["y"] < page.locator("#read").bounding_box()["y"]
    page.close()


def texts_fit(page):
    """Every label lies within its shape, give or take two pixels."""
    outside = page.evaluate("""() => [...document.querySelectorAll('g.node')].flatMap(g => {
        const shape = g.querySelector('polygon,ellipse,path');
        if (!shape || g.classList.contains('legend')) return [];
        const box = shape.getBoundingClientRect();
        return [...g.querySelectorAll('text')].filter(t => {
            const b = t.getBoundingClientRect();
            return b.left < box.left - 2 || b.right > box.right + 2;
        }).map(t => t.textContent);
    })""")
    assert not outside, outside


with sync_playwright() as driver:
    browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    address = draw(pathlib.Path(article).read_text(encoding="utf-8"), "page")
    page = opened(browser, address)
    hover(page)
    search(page)
    filters(page)
    keyboard(page)
    texts_fit(page)
    assert page.requests == [address], f"no network: {page.requests}"
    assert not page.problems, page.problems
    phone(browser, address)

    hostile = opened(browser, draw(HOSTILE, "hostile"))
    for shape in hostile.locator("g.node text").all()[:10]:
        shape.hover(force=True)
    for word in hostile.locator("#read [data-n], #read [data-e]").all()[:20]:
        word.hover(force=True)
    hostile.fill("#find", "<img src=x onerror=window.evil=7>")
    assert hostile.evaluate("window.evil") is None, "something ran"
    assert hostile.locator("#read script, #read svg, #read b, #read img, #about img").count() == 0
    assert hostile.locator("script").count() == 2
    assert not hostile.problems, hostile.problems
    browser.close()
print("page: hover, search, filters, keyboard, phone, hostile text: well")
