"""A rouage of its own for the tests: the demo company on 5 March 2026, on a free port, on either engine."""

import os
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUAGE = os.environ.get("ROUAGE_BINARY", str(ROOT / ".build/debug/rouage"))
POSTGRES = os.environ.get("ROUAGE_TEST_POSTGRES")
ENGINES = ["sqlite"] + (["postgres"] if POSTGRES else [])
DAY = "2026-03-05"


def run(*arguments):
    """Runs a command of rouage to its end and returns what it printed."""
    done = subprocess.run([ROUAGE, *arguments], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, f"rouage {' '.join(arguments)}: {done.stdout}{done.stderr}"
    return done.stdout


class Database:
    """An empty database of one engine."""

    def __init__(self, engine):
        self.folder = tempfile.mkdtemp(prefix="rouage-browser-")
        if engine == "postgres":
            name = f"b{random.getrandbits(48)}"
            host = re.search(r"host=(\S+)", POSTGRES)[1]
            subprocess.run(["createdb", "-h", host, "-U", "rouage", name], check=True, timeout=60)
            self.address = POSTGRES + name
        else:
            self.address = f"sqlite:{self.folder}/rouage.sqlite"

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """A node that serves a database."""

    def __init__(self, address, *options, port=0):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [ROUAGE, "serve", "--port", str(port), "--database", address, *options],
            stdout=subprocess.PIPE, stderr=self.log, text=True,
        )
        self.url = None
        for line in self.process.stdout:
            if found := re.search(r"(http://[^\s/]+:\d+)", line):
                self.url = found[1]
                break
        assert self.url, f"rouage serve did not start: {self.errors()}"

    def errors(self):
        """What the node wrote to its log."""
        self.log.seek(0)
        return self.log.read()

    def stop(self):
        self.process.terminate()
        began = time.monotonic()
        try:
            self.process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("rouage serve did not stop within 15 s of SIGTERM")
        finally:
            self.process.stdout.close()
        return time.monotonic() - began


class Demo:
    """The demo company and a node that serves it. Its day begins at nine, whatever the real hour is, and each thing done
    to it from outside takes an hour."""

    def __init__(self, engine, day=DAY):
        self.engine = engine
        self.day = day
        self.hour = 9
        self.database = Database(engine)
        run("demo", *self.now(), "--database", self.database.address)
        self.server = Server(self.database.address, *self.later())

    def now(self):
        return "--on", self.day, "--hour", str(self.hour)

    def later(self):
        self.hour += 1
        return self.now()

    @property
    def url(self):
        return self.server.url

    def restart(self, day=None):
        """Stops the node and starts it again on the same port, perhaps on another day; returns the seconds it took to
        stop."""
        port = int(self.url.rsplit(":", 1)[1])
        took = self.server.stop()
        if day and day != self.day:
            self.day, self.hour = day, 9
        self.server = Server(self.database.address, *self.later(), port=port)
        return took

    def take(self, folder, day=None):
        """Imports the files of a folder, perhaps on another day than the node's."""
        now = ("--on", day, "--hour", "12") if day else self.later()
        run("import", str(folder), *now, "--database", self.database.address)

    def another_node(self):
        """A second node on the same database."""
        return Server(self.database.address, *self.now())

    def stop(self):
        self.server.stop()
        errors = self.server.errors()
        self.database.remove()
        assert "error" not in errors.lower(), f"the server logged errors:\n{errors[-3000:]}"
