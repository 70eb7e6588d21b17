#!/usr/bin/env python3
"""How fast texts become graphs and N-Quads: each stage alone on one core, and the command on one core and two.

usage: extraction.py NEWS.ndjson[.xz] [--passes 3] [--documents N] [--isnad PATH]

Builds the package beside this file in release mode. A stage's figure is the median over the passes, in CPU; `tokens` is
the first step of all others, measured in the same run, and the ratio says how many times as long they take. The command
reads the file, and writes N-Quads to /dev/null. 26,000 words a second is what a CRF of names does alone.
"""
import argparse, collections, lzma, os, statistics, subprocess, sys, tempfile, time
HERE = os.path.dirname(os.path.abspath(__file__))
CRF = 26000

def unpacked(path, count, folder):
    """The file as plain NDJSON, cut to `count` lines if that is not 0."""
    if not path.endswith(".xz") and not count: return path
    out = os.path.join(folder, "news.ndjson")
    with (lzma.open if path.endswith(".xz") else open)(path, "rb") as f, open(out, "wb") as g:
        for number, line in enumerate(f):
            if count and number == count: break
            g.write(line)
    return out

def run(command):
    """Wall seconds, CPU seconds and peak memory in MB of a command."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0: sys.exit(f"exit {process.returncode}: {' '.join(command)}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

def main():
    a = argparse.ArgumentParser(usage=__doc__)
    a.add_argument("news"); a.add_argument("--passes", type=int, default=3); a.add_argument("--documents", type=int, default=0)
    a.add_argument("--isnad", default=os.path.join(HERE, "..", ".build", "release", "isnad"))
    o = a.parse_args()
    subprocess.run(["swift", "build", "-c", "release", "--package-path", HERE, "--product", "ExtractionBenchmark"], check=True, stdout=sys.stderr)
    binary = os.path.join(HERE, ".build", "release", "ExtractionBenchmark")
    with tempfile.TemporaryDirectory() as folder:
        news = unpacked(o.news, o.documents, folder)
        lines = subprocess.run([binary, news, str(o.passes)], check=True, capture_output=True, text=True).stdout.splitlines()
        documents, size, words = map(int, lines[0].split("\t"))
        stages = collections.defaultdict(list)
        for line in lines[1:]:
            stage, seconds = line.split("\t")
            stages[stage].append(float(seconds))
        print(f"{documents} documents, {size / 1e6:.1f} MB of UTF-8 text, {words} words; one core, median of {o.passes}\n")
        print("| stage | MB/s | documents/s | words/s | of a CRF's words/s | time of tokens |\n|---|---|---|---|---|---|")
        base = statistics.median(stages["tokens"])
        for stage, times in stages.items():
            t = statistics.median(times)
            print(f"| {stage} | {size / t / 1e6:.2f} | {documents / t:.0f} | {words / t:.0f} | {words / t / CRF:.0f} × | {t / base:.1f} × |")
        shown = subprocess.run([o.isnad, "build", "--help"], capture_output=True, text=True).stdout
        jobs = [1, 2] if "-j" in shown else [None]
        stream = ["--stream"] if "--stream" in shown else []
        print("\n| isnad build | -j | MB/s | MB/s a core | peak MB | × of -j 1 |\n|---|---|---|---|---|---|")
        for evidence in ("none", "facts"):
            first = None
            for job in jobs:
                command = [o.isnad, "build", news, "--format", "nquads", "--evidence", evidence, "--quiet", "-o", "/dev/null", *stream]
                if job: command += ["-j", str(job)]
                wall, cpu, peak = min(run(command) for _ in range(o.passes))
                first = first or wall
                print(f"| {evidence} | {job or 1} | {size / wall / 1e6:.2f} | {size / cpu / 1e6:.2f} | {peak:.0f} | {first / wall:.2f} |")

if __name__ == "__main__": main()
