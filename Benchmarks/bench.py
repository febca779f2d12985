"""Measures rouage: CPU time a request of the server and the database, requests a second, latency, memory."""

import argparse
import datetime
import http.client
import os
import pathlib
import platform
import re
import subprocess
import tempfile
import threading
import time
import urllib.parse
import urllib.request

from machine import ROUAGE, Postgres, SQLite, rouage, ticks
from scale import scaled, writes

ROOT = pathlib.Path(__file__).resolve().parents[1]
DAY = "2026-03-05"
CONNECTIONS = 16
TICK = os.sysconf("SC_CLK_TCK")


class Server:
    def __init__(self, database):
        self.database = database
        began = time.monotonic()
        self.process = subprocess.Popen(
            [ROUAGE, "serve", "--port", "0", "--database", database.address], stdout=subprocess.PIPE, text=True
        )
        self.port = next(int(f[1]) for line in self.process.stdout if (f := re.search(r"http://[^\s:]+:(\d+)", line)))
        urllib.request.urlopen(f"http://127.0.0.1:{self.port}/sign-in").read()
        self.start = time.monotonic() - began

    def ticks(self):
        return ticks(self.process.pid)

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()

    def sign_in(self, code):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request(
            "POST", "/sign-in", urllib.parse.urlencode({"as": code}),
            {"Content-Type": "application/x-www-form-urlencoded"},
        )
        answer = connection.getresponse()
        assert answer.status == 303, f"signing in answered {answer.status}"
        return answer.getheader("Set-Cookie").split(";")[0]

    def get(self, path, cookie):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Cookie": cookie})
        return urllib.request.urlopen(request).read().decode()


class Clock:
    """CPU time of the server and of the database between two moments."""

    def __init__(self, server):
        self.server = server
        self.before = (server.ticks(), server.database.ticks())

    def milliseconds(self, requests):
        after = (self.server.ticks(), self.server.database.ticks())
        return [(end - begin) * 1000 / TICK / requests for begin, end in zip(self.before, after)]


def read(server, path, cookie, seconds):
    """The same page again and again from 16 connections."""
    url = f"http://127.0.0.1:{server.port}{path}"
    wrk = ["wrk", "-t1", f"-c{CONNECTIONS}", "--latency", "-H", f"Cookie: {cookie}"]
    subprocess.run([*wrk, "-d1s", url], check=True, capture_output=True)
    clock = Clock(server)
    said = subprocess.run([*wrk, f"-d{seconds}s", url], check=True, capture_output=True, text=True).stdout
    assert "Non-2xx" not in said, f"{path}: {said}"
    requests = int(re.search(r"(\d+) requests in", said)[1])
    latency = [re.search(rf"{share}%\s+([\d.]+)(us|ms|s)", said) for share in (50, 99)]
    unit = {"us": 0.001, "ms": 1, "s": 1000}
    return {
        "cpu": clock.milliseconds(requests), "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        "p50": float(latency[0][1]) * unit[latency[0][2]], "p99": float(latency[1][1]) * unit[latency[1][2]],
        "size": len(server.get(path, cookie)),
    }


def write(server, cookie, forms, people=4):
    """Each form once, from four connections."""
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    waiting, took, lock = list(forms), [], threading.Lock()

    def work():
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        while True:
            with lock:
                if not waiting:
                    return
                path, fields = waiting.pop()
            body = urllib.parse.urlencode(fields)
            began = time.monotonic()
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            text = answer.read()
            with lock:
                took.append((time.monotonic() - began) * 1000)
            assert answer.status == 303, f"{path} answered {answer.status}: {text[-1500:]}"

    clock = Clock(server)
    began = time.monotonic()
    threads = [threading.Thread(target=work) for _ in range(people)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(took) == len(forms), "a write was refused"
    rate = len(forms) / (time.monotonic() - began)
    took.sort()
    return {
        "cpu": clock.milliseconds(len(forms)), "rate": rate, "p50": took[len(took) // 2],
        "p99": took[int(len(took) * 0.99)], "size": 0,
    }


def csrf(page):
    return re.search(r'name="csrf" value="([^"]+)"', page)[1]


def measure(engine, history, seconds, folder):
    database = engine()
    rouage("demo", "--on", DAY, "--database", database.address)
    scaled(lambda target: rouage("export", str(target), "--database", database.address), folder, history)
    rouage("import", str(folder), "--on", DAY, "--database", database.address)
    database.settle()
    server = Server(database)
    try:
        results, facts = ask(server, database, folder, seconds)
    finally:
        server.stop()
    again = Server(database)
    again.stop()
    database.remove()
    return results, {**facts, "start": again.start}


def ask(server, database, folder, seconds):
    camille = server.sign_in("camille.aubrac")
    briefing = database.ask("SELECT id FROM briefing WHERE ref = 'bulletins-1'")[0][0]
    sheet = re.search(r'href="(/assets/[^"]+\.css)"', server.get("/sign-in", camille))[1]
    results = {}
    for name, path in {
        "hello (a style sheet)": sheet, "home": "/", "portfolio of 300": "/briefings?cycle=2026-Q2",
        "briefing page": f"/briefings/{briefing}", "table of 600 dependencies": "/dependencies?cycle=2026-Q2&scope=all",
        "board of 600 dependencies": "/board?cycle=2026-Q2&scope=all", "search": "/search?q=bulletin",
    }.items():
        results[name] = read(server, path, camille, seconds)
    thea = server.sign_in("thea.nogaret")
    for name, path in {
        "requests": "/requests", "topics": "/topics?cycle=2026-Q2", "mercato": "/mercato?cycle=2026-Q2",
        "playbooks": "/playbooks", "without Product Ops": "/playbooks/reliance",
        "projects": "/projects?cycle=2026-Q2", "proof of value": "/projects/value",
        "sharing out": "/projects/share-out?cycle=2026-Q2", "incidents": "/incidents",
        "brainstorm": "/brainstorms?cycle=2026-Q2",
    }.items():
        results[name] = read(server, path, thea, seconds)
    facts = {"memory": server.memory()}

    writes(folder)
    rouage("import", str(folder), "--on", DAY, "--database", database.address)
    token = csrf(server.get("/", camille))
    rows = database.ask("SELECT id, version FROM briefing WHERE ref LIKE 'write-%' ORDER BY ref")
    forms = [(f"/briefings/{id}/submission", {"csrf": token, "version": version}) for id, version in rows]
    results["submit a briefing"] = write(server, camille, forms)
    yanis = server.sign_in("yanis.corbel")
    token = csrf(server.get("/", yanis))
    rows = database.ask("SELECT id, version FROM dependency WHERE ref LIKE 'write-%' ORDER BY ref")
    answers = {"csrf": token, "committed_for": "2026-05-15", "effort_days": 4, "contact": "yanis.corbel"}
    forms = [(f"/dependencies/{id}/commitment", {**answers, "version": version}) for id, version in rows]
    results["answer a dependency"] = write(server, yanis, forms)
    facts["activities"] = int(database.ask("SELECT count(*) FROM activity")[0][0])
    return results, facts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=5, help="how long each page is asked for")
    seconds = parser.parse_args().seconds
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT).stdout
    print(f"{datetime.date.today()}, {os.cpu_count()} cores, {platform.machine()}, Rouage at {commit.strip()}")
    print("CPU: milliseconds a request, server + database, user and system. Reads: 16 connections; writes: 4.")
    head = f"{'':26} {'CPU ms':>8} {'server':>7} {'base':>7} {'req/s':>7} {'p50 ms':>7} {'p99 ms':>7} {'kB':>6} {'×10 CPU':>8} {'ratio':>6}"
    for engine in (SQLite, Postgres):
        measured = []
        for history in (1, 10):
            with tempfile.TemporaryDirectory(prefix="rouage-bench-") as folder:
                measured.append(measure(engine, history, seconds, pathlib.Path(folder)))
        (results, facts), (later, grown) = measured
        print(f"\n{engine.name}\n{head}")
        for name, one in results.items():
            cpu, ten = sum(one["cpu"]), sum(later[name]["cpu"])
            print(
                f"{name:26} {cpu:8.3f} {one['cpu'][0]:7.3f} {one['cpu'][1]:7.3f} {one['rate']:7.0f} {one['p50']:7.2f} "
                f"{one['p99']:7.2f} {one['size'] / 1000:6.0f} {ten:8.3f} {ten / cpu if cpu else 0:6.2f}"
            )
        print(
            f"start to first page {facts['start']:.2f} s (×10: {grown['start']:.2f} s), memory {facts['memory']:.0f} MB "
            f"(×10: {grown['memory']:.0f} MB), {facts['activities']} activities (×10: {grown['activities']})"
        )


main()
