"""Stores that are started for a test on free ports of loopback, and ended with it."""
import contextlib
import http.server
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait(url, process, seconds=60):
    """Until the server answers, whatever it answers."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            return False
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.2)
    return False


@contextlib.contextmanager
def running(arguments, url, folder):
    with open(pathlib.Path(folder) / "server.log", "wb") as log:
        process = subprocess.Popen(arguments, stdout=log, stderr=log, cwd=folder)
        try:
            yield wait(url, process)
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class Store:
    """Where a store is loaded, where it is asked, and what it needs for it."""

    def __init__(self, name, load, ask, graph=None, environment=None):
        self.name, self.load, self.ask, self.graph = name, load, ask, graph
        self.environment = {**os.environ, **(environment or {})}


@contextlib.contextmanager
def oxigraph():
    """None where it is not installed."""
    if not shutil.which("oxigraph"):
        yield None
        return
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        root = f"http://127.0.0.1:{port}"
        with running(["oxigraph", "serve", "--bind", f"127.0.0.1:{port}"], root + "/query", folder) as is_up:
            yield Store("Oxigraph", root + "/store", root + "/query") if is_up else None


VIRTUOSO = """[Database]
DatabaseFile = {0}/v.db
ErrorLogFile = {0}/v.log
LockFile = {0}/v.lck
TransactionFile = {0}/v.trx
xa_persistent_file = {0}/v.pxa
[TempDatabase]
DatabaseFile = {0}/t.db
TransactionFile = {0}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{1}
NumberOfBuffers = 5000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{2}
ServerThreads = 4
"""


@contextlib.contextmanager
def virtuoso():
    """None where it is not installed."""
    if not shutil.which("virtuoso-t"):
        yield None
        return
    sql, http_port = free_port(), free_port()
    with tempfile.TemporaryDirectory() as folder:
        settings = pathlib.Path(folder) / "virtuoso.ini"
        settings.write_text(VIRTUOSO.format(folder, sql, http_port))
        root = f"http://127.0.0.1:{http_port}"
        command = ["virtuoso-t", "+foreground", "+configfile", str(settings)]
        with running(command, root + "/sparql", folder) as is_up:
            graph = "https://example.org/graph"
            yield Store(
                "Virtuoso", root + "/sparql-graph-crud-auth", root + "/sparql?default-graph-uri=" + graph, graph,
                {"ISNAD_STORE_USER": "dba", "ISNAD_STORE_PASSWORD": "dba"}) if is_up else None


@contextlib.contextmanager
def stubborn(failures):
    """A server that refuses the first requests with 503, and keeps what it is told: (method, path, headers, body)."""
    told = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            told.append((self.command, self.path, dict(self.headers), body))
            self.send_response(503 if len(told) <= failures else 204)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_PUT = do_POST

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/store", told
    finally:
        server.shutdown()
        server.server_close()
