"""The nodes that serve one database, behind Debian's haproxy when there are several."""

import os
import pathlib
import re
import socket
import subprocess
import tempfile
import time

from machine import ROUAGE


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Fleet:
    """`count` nodes on this machine, for one simulated day after the other. `port` is where people knock."""

    def __init__(self, address, count):
        self.address = address
        self.ports = [free_port() for _ in range(count)]
        self.nodes = {}
        self.day = None
        self.folder = tempfile.mkdtemp(prefix="rouage-fleet-")
        self.proxy = None
        self.port = self.ports[0]
        if count > 1:
            self.port = free_port()
            self.start_proxy()

    def start_proxy(self):
        servers = "\n".join(f"    server node{n} 127.0.0.1:{port} check inter 200ms fall 1 rise 1" for n, port in enumerate(self.ports))
        config = pathlib.Path(self.folder, "haproxy.cfg")
        config.write_text(f"""
global
    maxconn 4000
defaults
    mode http
    option forwardfor
    option redispatch
    retries 3
    retry-on conn-failure
    timeout connect 2s
    timeout client 60s
    timeout server 60s
frontend people
    bind 127.0.0.1:{self.port}
    default_backend nodes
backend nodes
    balance roundrobin
    http-reuse always
    option httpchk GET /health
{servers}
""")
        self.proxy = subprocess.Popen(
            ["haproxy", "-db", "-q", "-f", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def start(self, day):
        """All nodes, on a day; the first one does what is due by date."""
        self.day = day
        for place in range(len(self.ports)):
            self.start_node(place)
        self.wait()

    def start_node(self, place):
        command = [ROUAGE, "serve", "--port", str(self.ports[place]), "--database", self.address, "--on", self.day]
        if self.proxy:
            command.append("--behind-proxy")
        node = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert any(re.search(r"http://[^\s:]+:\d+", line) for line in node.stdout), "a node did not start"
        self.nodes[place] = node

    def wait(self):
        """Until whoever knocks is let in."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 2) as knock:
                    knock.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    if b" 200 " in knock.recv(64):
                        return
            except OSError:
                pass
            time.sleep(0.05)
        raise AssertionError("nobody is let in")

    def kill(self, place):
        """Ends a node at once, in the middle of whatever it does, and starts it again."""
        self.nodes[place].kill()
        self.nodes[place].wait(30)
        self.nodes[place].stdout.close()
        self.start_node(place)

    def stop(self):
        for node in self.nodes.values():
            node.terminate()
        for node in self.nodes.values():
            node.wait(30)
            node.stdout.close()
        self.nodes = {}

    def end(self):
        self.stop()
        if self.proxy:
            self.proxy.terminate()
            self.proxy.wait(30)
        for file in pathlib.Path(self.folder).iterdir():
            file.unlink()
        os.rmdir(self.folder)
