"""Opens many streams of a live presentation on the loopback, turns its slides, and says how late the viewers hear of it,
and what other pages cost meanwhile. Bounded in streams, slides and seconds; it ends what it started.

    ROUAGE_BINARY=.build/release/rouage python3 Benchmarks/audience.py --viewers 1000
"""

import argparse
import http.client
import os
import pathlib
import re
import resource
import selectors
import socket
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.parse

ROUAGE = os.environ.get("ROUAGE_BINARY", ".build/release/rouage")
DAY = "2026-03-26"
PATH = "/presentations/2026-Q2"
SECONDS = 180


class Server:
    def __init__(self, folder):
        self.address = f"sqlite:{folder}/rouage.sqlite"
        subprocess.run([ROUAGE, "demo", "--on", DAY, "--database", self.address], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [ROUAGE, "serve", "--port", "0", "--database", self.address], stdout=subprocess.PIPE, text=True)
        self.port = next(int(f[1]) for line in self.process.stdout if (f := re.search(r"http://[^\s:]+:(\d+)", line)))

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.process.stdout.close()


class Person:
    def __init__(self, port, code):
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        cookies = self.send("POST", "/sign-in", {"as": code})[1]
        self.cookie = next(c.split(";")[0] for c in cookies if c.startswith("rouage="))

    def send(self, method, path, fields=None):
        headers = {"Cookie": getattr(self, "cookie", "")}
        body = urllib.parse.urlencode(fields) if fields is not None else None
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        return answer.status, answer.headers.get_all("Set-Cookie") or [], text

    def page(self, path):
        return self.send("GET", path)[2]

    def press(self, noun, **fields):
        page = self.page(PATH if noun == "start" else PATH + "/prompter")
        csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', page)[1]
        status = self.send("POST", f"{PATH}/{noun}", {"csrf": csrf, **fields})[0]
        assert status == 303, f"{noun} answered {status}"


class Viewers:
    """One thread reads all streams; some read nothing at all, as a telephone out of reach would."""

    def __init__(self, port, cookie, count, stalled):
        self.selector = selectors.DefaultSelector()
        self.heard = {}
        self.frames = 0
        self.ended = 0
        self.running = True
        head = f"GET {PATH}/follow/events HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n".encode()
        self.stalled = [self.open(port, head) for _ in range(stalled)]
        for number in range(count):
            stream = self.open(port, head)
            stream.setblocking(False)
            self.selector.register(stream, selectors.EVENT_READ, number)
            self.heard[number] = []
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    @staticmethod
    def open(port, head):
        stream = socket.create_connection(("127.0.0.1", port), timeout=30)
        stream.sendall(head)
        return stream

    def listen(self):
        while self.running:
            for key, _ in self.selector.select(timeout=0.2):
                try:
                    text = key.fileobj.recv(65536)
                except BlockingIOError:
                    continue
                if not text:
                    self.selector.unregister(key.fileobj)
                    self.ended += 1
                    continue
                if b"data: " in text:
                    self.frames += 1
                    self.heard[key.data].append(time.monotonic())

    def wait(self, frames, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            late = sum(1 for times in self.heard.values() if len(times) < frames)
            if late == 0:
                return 0
            time.sleep(0.02)
        return late

    def close(self):
        self.running = False
        self.thread.join(timeout=5)
        for key in list(self.selector.get_map().values()):
            key.fileobj.close()
        for stream in self.stalled:
            stream.close()


def pages(port, code, seconds, found):
    """What somebody who does something else waits for a page, in milliseconds."""
    someone = Person(port, code)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        assert someone.send("GET", "/briefings")[0] == 200
        found.append((time.monotonic() - began) * 1000)
        time.sleep(0.05)


def spread(values):
    values = sorted(values)
    return f"p50 {statistics.median(values):.1f}, p95 {values[int(len(values) * 0.95)]:.1f}, max {values[-1]:.1f}"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--viewers", type=int, default=1000)
    options.add_argument("--stalled", type=int, default=20)
    options.add_argument("--slides", type=int, default=10)
    given = options.parse_args()
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    end = time.monotonic() + SECONDS
    with tempfile.TemporaryDirectory(prefix="rouage-audience-") as folder:
        server = Server(folder)
        viewers = None
        try:
            presenter = Person(server.port, "camille.aubrac")
            presenter.press("start")
            alone = []
            pages(server.port, "oriane.keller", 3, alone)
            idle = server.memory()
            began = time.monotonic()
            viewers = Viewers(server.port, presenter.cookie, min(given.viewers, 4000), given.stalled)
            late = viewers.wait(1)
            print(f"streams open            {given.viewers} and {given.stalled} that read nothing")
            print(f"all hear the first      {time.monotonic() - began:.2f} s ({late} did not)")
            print(f"memory                  {idle:.0f} MB alone, {server.memory():.0f} MB with them")
            beside = []
            reader = threading.Thread(target=pages, args=(server.port, "oriane.keller", 8, beside))
            reader.start()
            used, delays, missed = server.seconds(), [], 0
            for _ in range(given.slides):
                if time.monotonic() > end:
                    break
                before = {number: len(times) for number, times in viewers.heard.items()}
                pressed = time.monotonic()
                presenter.press("position", go="next")
                time.sleep(0.6)
                for number, times in viewers.heard.items():
                    new = times[before[number]:]
                    if new:
                        delays.append((new[0] - pressed) * 1000)
                    else:
                        missed += 1
            reader.join()
            print(f"slide to viewer, ms     {spread(delays)} ({missed} missed of {given.slides * given.viewers})")
            print(f"CPU a slide, all        {(server.seconds() - used) / given.slides * 1000:.0f} ms")
            print(f"another page, ms        {spread(alone)} alone")
            print(f"                        {spread(beside)} beside the viewers")
            print(f"streams that ended      {viewers.ended}")
        finally:
            if viewers:
                viewers.close()
            server.stop()


if __name__ == "__main__":
    main()
