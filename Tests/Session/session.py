"""Types the commands of docs/session.txt into a terminal (tmux) and compares what stands there with what the file says.

    python3 Tests/Session/session.py            fails if something differs
    python3 Tests/Session/session.py --write    writes the file anew; read it before you commit it
"""
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SESSION = ROOT / "docs/session.txt"
PROMPT = "$ "

COMMANDS = [
    "isnad --version",
    "isnad build خبر.txt --evidence none | head -12",
    "isnad build خبر.txt --date 2024-02-13 -o خبر.ttl -o خبر.rdf -o خبر.ftm; ls",
    'isnad explain خبر.txt --edge "سعد المهيني org:holds *"',
    "isnad stats خبر.ttl | head -1",
    "isnad check خبر.ttl",
    "isnad draw خبر.txt -o خبر.svg; head -c 38 خبر.svg; echo",
    "isnad convert خبر.ttl -o خبر.nt; tail -1 خبر.nt | cut -c1-76",
    "isnad build ثان.txt -o ثان.ttl; isnad merge خبر.ttl ثان.ttl -o كل.ttl",
    "isnad diff خبر.ttl كل.ttl | head -6",
    "isnad ask treaties خبر.ttl",
    "isnad load http://127.0.0.1:17979/store خبر.ttl --vocabulary",
    "isnad ask chain-of-posts --store http://127.0.0.1:17979/query",
    "isnad ontology --list | head -4",
    "isnad init كلماتي",
    "isnad check --rules --lexicon كلماتي",
    "isnad build لا-شيء.txt; echo $?",
]


class Terminal:
    """A shell in tmux, wide enough that nothing breaks."""

    def __init__(self, folder, programs):
        self.socket = "isnad-" + str(os.getpid())
        environment = {
            **os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "PS1": PROMPT, "TERM": "xterm",
            "NO_COLOR": "1", "CI": "1", "HISTFILE": "",
        }
        environment.pop("TMUX", None)
        command = ["new-session", "-d", "-x", "240", "-y", "60", "-c", folder, "bash", "--norc", "--noprofile"]
        subprocess.run(["tmux", "-u", "-L", self.socket, "-f", "/dev/null", *command], env=environment, check=True)
        self.wait(1)

    def tmux(self, *arguments):
        command = ["tmux", "-u", "-L", self.socket, *arguments]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()

    def lines(self):
        return [line.rstrip() for line in self.tmux("capture-pane", "-p", "-S", "-2000").rstrip("\n").split("\n")]

    def wait(self, prompts, seconds=60):
        """Until so many prompts stand there, the last of them empty."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            lines = self.lines()
            while lines and not lines[-1]:
                lines.pop()
            if sum(line.startswith("$") for line in lines) == prompts and lines[-1] == PROMPT.strip():
                return lines
            time.sleep(0.1)
        raise SystemExit("the terminal hangs:\n" + "\n".join(self.lines()[-20:]))

    def close(self):
        subprocess.run(["tmux", "-L", self.socket, "kill-session"], capture_output=True)


def record():
    with tempfile.TemporaryDirectory() as scratch:
        folder, programs = pathlib.Path(scratch) / "work", pathlib.Path(scratch) / "bin"
        folder.mkdir()
        programs.mkdir()
        (programs / "isnad").symlink_to(pathlib.Path(os.environ["ISNAD"]).resolve())
        shutil.copy(ROOT / "Examples/workshop/article.txt", folder / "خبر.txt")
        shutil.copy(ROOT / "Examples/signing/article.txt", folder / "ثان.txt")
        server = subprocess.Popen(
            ["oxigraph", "serve", "--bind", "127.0.0.1:17979"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        terminal = Terminal(str(folder), programs)
        try:
            for number, command in enumerate(COMMANDS, start=1):
                terminal.tmux("send-keys", "-l", command)
                terminal.tmux("send-keys", "Enter")
                lines = terminal.wait(number + 1)
            return lines[:-1]
        finally:
            terminal.close()
            server.terminate()
            server.wait()


def steady(line):
    """A line without the counts that change with every word that Isnad learns."""
    return re.sub(r"\d+ (statements|triples|sentences|violations|warnings)", r"N \1", line)


def main():
    lines = record()
    if "--write" in sys.argv:
        SESSION.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    wanted = SESSION.read_text(encoding="utf-8").splitlines()
    if [steady(line) for line in lines] == [steady(line) for line in wanted]:
        print(f"ok    {len(COMMANDS)} commands show what docs/session.txt says")
        return
    print("docs/session.txt is not what the terminal shows; if it should, run Tests/Session/check --write:")
    print("\n".join(difflib.unified_diff(wanted, lines, "docs/session.txt", "terminal", lineterm="", n=1)))
    sys.exit(1)


if __name__ == "__main__":
    main()
