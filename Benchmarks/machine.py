"""What the benchmarks share: the command, its databases on either engine, and the time a process has worked."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

ROUAGE = os.environ["ROUAGE_BINARY"]
POSTGRES = os.environ["ROUAGE_TEST_POSTGRES"]
HOST = re.search(r"host=(\S+)", POSTGRES)[1]


def rouage(*arguments):
    subprocess.run([ROUAGE, *arguments], check=True, stdout=subprocess.DEVNULL, timeout=600)


def ticks(pid, children=False):
    """User and system time of a process, in ticks; with the children it has seen end."""
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15] if children else fields[11:13]))


class Postgres:
    name = "PostgreSQL"

    def __init__(self):
        self.main = int(pathlib.Path(HOST, "data/postmaster.pid").read_text().split()[0])
        self.database = f"bench{time.time_ns()}"
        subprocess.run(["createdb", "-h", HOST, "-U", "rouage", self.database], check=True)
        self.address = POSTGRES + self.database

    def ticks(self):
        total = ticks(self.main, children=True)
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                if int(stat.read_text().rsplit(")", 1)[1].split()[1]) == self.main:
                    total += ticks(stat.parent.name)
            except (FileNotFoundError, ProcessLookupError):
                continue
        return total

    def ask(self, sql):
        command = ["psql", "-h", HOST, "-U", "rouage", "-d", self.database, "-AtF\t", "-c", sql]
        lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
        return [line.split("\t") for line in lines]

    def settle(self):
        self.ask("VACUUM ANALYZE")

    def remove(self):
        subprocess.run(["dropdb", "-h", HOST, "-U", "rouage", self.database], check=True)


class SQLite:
    name = "SQLite"

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="rouage-bench-")
        self.address = f"sqlite:{self.folder}/rouage.sqlite"

    def ticks(self):
        return 0

    def ask(self, sql):
        import sqlite3

        connection = sqlite3.connect(f"{self.folder}/rouage.sqlite")
        try:
            with connection:
                return [[str(cell) for cell in row] for row in connection.execute(sql).fetchall()]
        finally:
            connection.close()

    def settle(self):
        pass

    def remove(self):
        shutil.rmtree(self.folder)
