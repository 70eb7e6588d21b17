"""The man pages in docs/man, by swift-argument-parser's own generator.

    python3 docs/manual.py GENERATOR ISNAD FOLDER

The generator leaves out every letter that is not ASCII, Arabic examples with them: so it is shown other letters, and its
pages are put right afterwards. `man` of today reads UTF-8.
"""
import json
import pathlib
import re
import stat
import subprocess
import sys
import tempfile

DATE = "2026-11-24"


def main():
    generator, isnad, folder = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:4])
    help_text = subprocess.run([isnad, "--experimental-dump-help"], capture_output=True, check=True).stdout.decode()
    hidden = "".join(f"QZ{ord(c):06X}" if ord(c) > 126 else c for c in json.dumps(json.loads(help_text), ensure_ascii=False))
    with tempfile.TemporaryDirectory() as scratch:
        tool = pathlib.Path(scratch) / "isnad"
        (pathlib.Path(scratch) / "help.json").write_text(hidden)
        tool.write_text(f"#!/bin/sh\nexec cat {scratch}/help.json\n")
        tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
        pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
        subprocess.run([generator, str(tool), "--multi-page", "--date", DATE, "-o", folder], check=True)
    for page in pathlib.Path(folder).glob("*.1"):
        text = page.read_text()
        text = re.sub("QZ([0-9A-F]{6})", lambda found: chr(int(found[1], 16)), text)
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
