#!/usr/bin/env python3
"""All benchmarks, and the table of speeds in README.md with the day and the machine.

usage: bench.py --shared DIR --readme README.md [--statements 1000000]

What is written is what `serializers.py` and `extraction.py` print; README.md has the place for it between two markers.
"""
import argparse, datetime, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BEGIN, END = "<!-- speed: written by make bench -->", "<!-- end of speed -->"


def processor():
    """The name of the processor as the kernel gives it."""
    with open("/proc/cpuinfo") as f:
        names = [line.split(":", 1)[1].strip() for line in f if line.startswith("model name")]
    return f"{names[0]}, {len(names)} cores" if names else "an unknown processor"


def output(*command):
    """What a benchmark prints; it fails with it."""
    run = subprocess.run([sys.executable, *command], stdout=subprocess.PIPE, text=True)
    if run.returncode: sys.exit(run.returncode)
    print(run.stdout, flush=True)
    return run.stdout.strip()


def main():
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument("--shared", required=True); a.add_argument("--readme", required=True)
    a.add_argument("--statements", type=int, default=1000000)
    o = a.parse_args()
    parts = [f"Measured on {datetime.date.today()} with `make bench`; {processor()}."]
    with tempfile.TemporaryDirectory() as folder:
        statements = os.path.join(folder, "statements.nt")
        with open(statements, "wb") as f:
            subprocess.run([sys.executable, os.path.join(o.shared, "bench", "statements.py"), str(o.statements)], stdout=f, check=True)
        parts += ["**Writing RDF**, alone and from terms in memory:", output(os.path.join(HERE, "serializers.py"), statements)]
    news = os.path.join(o.shared, "corpus", "news.ndjson.xz")
    if os.path.exists(news):
        parts += ["**Reading news**, stage by stage and by the command:", output(os.path.join(HERE, "extraction.py"), news)]
    with open(o.readme, encoding="utf-8") as f: text = f.read()
    if BEGIN not in text or END not in text: sys.exit(f"{o.readme}: no place for the table of speeds")
    text = text[: text.index(BEGIN) + len(BEGIN)] + "\n\n" + "\n\n".join(parts) + "\n\n" + text[text.index(END) :]
    with open(o.readme, "w", encoding="utf-8") as f: f.write(re.sub(r"\n{3,}", "\n\n", text))


main()
