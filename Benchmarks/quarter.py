"""Plays the simulated quarter as load: the day-by-day file of `../shared`, so many times, through real nodes.

Everybody's acts of a day are played by several connections at once, at the rate of the quarter's busiest moment (17
requests a second) times the factor. Each write that was acknowledged is looked for at the end. On the day drafts are due
a node is killed while people save, and started again.
"""

import argparse
import collections
import csv
import datetime
import http.client
import json
import os
import pathlib
import random
import re
import subprocess
import tempfile
import threading
import time
import urllib.parse

from fleet import Fleet
from machine import Postgres, SQLite, rouage

ROOT = pathlib.Path(__file__).resolve().parents[1]
FILE = ROOT.parent / "shared" / "simulation_q1_2026.csv"
EVE, DEADLINE = "2026-01-01", "2026-02-13"
BUSIEST = 17
# The largest department foreseen prepares ten times what 200 people prepare. Beyond that, people come, read, save and
# comment more often.
MOST_PAGES = 10
FIELDS = ["problem", "source", "problem_size", "intention"]
READS = {
    "board.view": "/board?cycle=2026-Q2", "digest.follow": "/inbox", "portfolio.view": "/briefings?cycle=2026-Q2",
}
# What is done once for each page or dependency; the order is that of a day.
ONCE = [
    "brief.create", "brief.save", "dep.declareNone", "dep.pointOut", "brief.submitDraft", "brief.submitDraft(grace)",
    "dep.pointOut(alignment)", "dep.pointOut(late)", "dep.acknowledge", "dep.commit", "dep.counter", "dep.acceptCounter",
    "dep.decline", "dep.withdraw", "brief.save(revision)", "brief.review", "decision.record", "dep.claimDelivered",
    "dep.confirmDelivered", "initiative.outcome(slowed/abandoned cause)", "initiative.close",
]
OFTEN = ["session.open", "comment.add", "comment.add(alignment)", "dep.update(current cycle)", *READS]
MANY_SAVES = ["brief.save", "brief.save(revision)"]


def quarter():
    """The days of the file, each with how often everything is done."""
    days = collections.OrderedDict()
    with open(FILE, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            counts = days.setdefault(row["date"], collections.Counter())
            counts[row["action"]] += int(row["count"])
    return days


def rows(folder, name):
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def working_day(day, steps):
    """So many weekdays later; holidays do not matter to the load."""
    date = datetime.date.fromisoformat(day)
    while steps:
        date += datetime.timedelta(days=1)
        steps -= date.weekday() < 5
    return date.isoformat()


class Department:
    """Émargo and its people, with the work of the quarter that runs, `size` times."""

    def __init__(self, database, days, size):
        scratch = type(database)()
        with tempfile.TemporaryDirectory(prefix="rouage-quarter-") as name:
            folder = pathlib.Path(name)
            rouage("demo", "--on", "2026-03-05", "--database", scratch.address)
            rouage("export", name, "--database", scratch.address)
            scratch.remove()
            self.read(folder)
            for file in folder.glob("*.csv"):
                if file.stem not in ("people", "units", "memberships", "roles", "axes", "fields"):
                    file.unlink()
            self.write_work(folder, days, size)
            rouage("import", name, "--on", EVE, "--database", database.address)
        codes = ",".join(sorted(set(self.people) | {"loic.perdrix"}))
        rouage("migrate", "--database", database.address)
        database.ask(f"INSERT INTO setting (name, value) VALUES ('demo_cast', '{codes}')")
        self.ids = {ref: id for ref, id in database.ask("SELECT ref, id FROM briefing UNION ALL SELECT ref, id FROM dependency")}

    def read(self, folder):
        units = {row["code"]: row for row in rows(folder, "units")}
        self.teams = sorted(code for code, row in units.items() if row["kind"] == "team")
        self.lead = {code: units[code]["lead"] for code in self.teams}
        self.members = collections.defaultdict(list)
        for row in rows(folder, "memberships"):
            if not row["to"] and (row["from"] or EVE) <= EVE:
                self.members[row["unit"]].append(row["person"])
        ops = {row["person"] for row in rows(folder, "roles") if row["role"] == "ops"}
        ops |= {person for code, row in units.items() if row["kind"] == "opsTeam" for person in self.members[code]}
        crafts = {row["code"]: row["craft"] for row in rows(folder, "people")}
        directors = [row for row in rows(folder, "roles") if row["role"] == "director"]
        self.director = {crafts[row["person"]]: row["person"] for row in directors}
        self.decider = {}
        for team in self.teams:
            above = units[team]["parent"]
            self.decider[team] = next(row["person"] for row in directors if row["unit"] == above)
        self.people = sorted({person for team in self.members.values() for person in team} - ops)

    def write_work(self, folder, days, size):
        broken = sum(counts["dep.break(detected)"] for counts in days.values()) * size
        claims = [day for day, counts in days.items() for _ in range(counts["dep.claimDelivered"] * size)]
        pages, promises = 41 * size, 80 * size
        with open(folder / "cycles.csv", "w") as file:
            file.write("label,start,end\n2026-Q1,2026-01-01,2026-03-31\n")
        self.running = [f"q1-{n}" for n in range(pages)]
        with open(folder / "briefings.csv", "w") as file:
            file.write("ref,cycle,team,owner,title,problem,source,source_kind,problem_size,intention,state\n")
            for n, ref in enumerate(self.running):
                team = self.teams[n % len(self.teams)]
                file.write(f"{ref},2026-Q1,{team},{self.lead[team]},Initiative {n},P,S,data,T,I,presented\n")
        self.promises = []
        with open(folder / "dependencies.csv", "w") as file:
            file.write("ref,briefing,giving_team,what,criticality,interaction,needed_by,status,pointed_out_on,contact,effort_days,committed_for\n")
            for n in range(promises):
                asking = n % pages % len(self.teams)
                giver = self.teams[(asking + 1 + n % (len(self.teams) - 1)) % len(self.teams)]
                if n < broken:
                    day = working_day(EVE, 1 + n % 40)
                else:
                    day = claims[n - broken] if n - broken < len(claims) else "2026-03-31"
                    self.promises.append({"ref": f"q1-d{n}", "asking": self.teams[asking], "giving": giver, "day": day})
                file.write(f"q1-d{n},q1-{n % pages},{giver},Promesse {n},slowing,as_a_service,{day},committed,2025-11-14,{self.lead[giver]},4,{day}\n")
        self.running_team = {ref: self.teams[n % len(self.teams)] for n, ref in enumerate(self.running)}

    def speaker(self, team):
        return self.lead[team] or self.members[team][0]

    def member(self, team):
        return random.choice(self.members[team])


class Cut(Exception):
    """The node went away in the middle of a request."""


class Line:
    """One connection, kept open while the nodes live."""

    def __init__(self, port):
        self.port = port
        self.connection = None

    def ask(self, method, path, body=None, headers=None):
        fresh = self.connection is None
        try:
            if fresh:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self.connection.request(method, path, body, headers or {})
            answer = self.connection.getresponse()
            return answer, answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            raise Cut() from None

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None


class Play:
    """What happens, who may do it next, and what came of it."""

    def __init__(self, department, fleet, factor, connections):
        self.department, self.fleet, self.factor = department, fleet, factor
        self.lock = threading.RLock()
        self.sessions = {}
        self.drafts, self.open, self.acknowledged, self.countered = [], collections.deque(), collections.deque(), collections.deque()
        self.promises, self.claimed = collections.deque(department.promises), collections.deque()
        self.to_slow, self.to_close = collections.deque(department.running), collections.deque(department.running)
        self.number = 0
        self.took = collections.defaultdict(list)
        self.errors = collections.Counter()
        self.conflicts = self.cut = 0
        self.kept = collections.defaultdict(set)
        self.acknowledged_by = collections.Counter()
        self.owed = collections.Counter()
        self.rate = BUSIEST * factor
        self.connections = connections
        self.lines = [Line(fleet.port) for _ in range(connections)]
        self.examples = []

    def fresh(self):
        with self.lock:
            self.number += 1
            return self.number

    # One day

    def play(self, tasks, during=None):
        """The tasks of one kind, by all connections at once, no faster than the rate."""
        waiting = collections.deque(tasks)
        began = time.monotonic()
        started = 0

        def work(line):
            nonlocal started
            while True:
                with self.lock:
                    if not waiting:
                        return
                    kind, act = waiting.popleft()
                    slot = began + started / self.rate
                    started += 1
                if (early := slot - time.monotonic()) > 0:
                    time.sleep(early)
                self.one(line, kind, act)

        threads = [threading.Thread(target=work, args=(line,)) for line in self.lines]
        for thread in threads:
            thread.start()
        if during:
            during()
        for thread in threads:
            thread.join()

    def one(self, line, kind, act):
        for attempt in range(100):
            try:
                if act(self, line) is False:
                    with self.lock:
                        self.owed[kind] += 1
                return
            except Cut:
                # Not acknowledged: the person does it again, on whichever node lets them in.
                with self.lock:
                    self.cut += 1
                time.sleep(0.1)
        self.errors["never let in again"] += 1

    # Requests

    def enter(self, line, code):
        answer, _ = self.timed(line, "sign in", "POST", "/sign-in", urllib.parse.urlencode({"as": code}), {"Content-Type": "application/x-www-form-urlencoded"})
        cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]
        _, page = self.timed(line, "home", "GET", "/", None, {"Cookie": cookie})
        found = re.search(rb'name="csrf" value="([^"]+)"', page)
        self.sessions[code] = (cookie, found[1].decode() if found else "")
        return self.sessions[code]

    def timed(self, line, name, method, path, body=None, headers=None):
        began = time.monotonic()
        answer, text = line.ask(method, path, body, headers)
        took = (time.monotonic() - began) * 1000
        if answer.status == 502 or answer.status == 503 and b"Rouage" not in text:
            # The proxy says that its node is gone.
            raise Cut()
        with self.lock:
            self.took[name].append(took)
            if answer.status >= 400 and answer.status not in (401, 409):
                self.errors[f"{name}: {answer.status}"] += 1
                if len(self.examples) < 5:
                    page = text.decode(errors="replace")
                    said = re.sub(r"<[^>]*>", " ", page.partition('role="alert"')[2] or page)
                    self.examples.append(f"{name} {path} {answer.status}: {' '.join(said.split())[:300]}")
        return answer, text

    def get(self, line, name, path):
        code = random.choice(self.department.people)
        for _ in range(2):
            cookie, _ = self.sessions.get(code) or self.enter(line, code)
            answer, text = self.timed(line, name, "GET", path, None, {"Cookie": cookie})
            if answer.status != 303:
                return text
            self.sessions.pop(code, None)

    def send(self, line, name, code, path, fields=None, headers=None):
        """The answer to a form, and whether it was acknowledged."""
        for _ in range(2):
            cookie, csrf = self.sessions.get(code) or self.enter(line, code)
            body = urllib.parse.urlencode({**(fields or {}), "csrf": csrf})
            more = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
            answer, text = self.timed(line, name, "POST", path, body, more)
            if answer.status != 401:
                break
            self.sessions.pop(code, None)
        done = answer.status in (200, 303)
        with self.lock:
            self.conflicts += answer.status == 409
            self.acknowledged_by[name] += done
        return answer, text, done

    def keep(self, what, mark):
        with self.lock:
            self.kept[what].add(mark)


# Acts: each takes what it needs from the play, and gives it back when the node went away or it was refused.


def read(name, path):
    def act(play, line):
        play.get(line, name, path)

    return act


def sign_in(play, line):
    play.enter(line, random.choice(play.department.people))


def comment(play, line, page=None, person=None):
    department = play.department
    if page is None:
        page = department.ids[random.choice(department.running)]
    mark = f"Remarque n° {play.fresh()}."
    person = person or random.choice(department.people)
    _, _, done = play.send(line, "comment", person, f"/briefings/{page}/comments", {"text": mark})
    if done:
        play.keep("comment", mark)


def alignment_comment(play, line):
    with play.lock:
        pages = [draft["id"] for draft in play.drafts if draft["submitted"]]
    if not pages:
        return False
    comment(play, line, random.choice(pages))


def create(play, line):
    department, number = play.department, play.fresh()
    team = department.teams[number % len(department.teams)]
    owner = department.speaker(team)
    fields = {"team": team, "cycle": "2026-Q2", "title": f"Initiative n° {number}."}
    answer, _, done = play.send(line, "create a page", owner, "/briefings", fields)
    if done:
        id = answer.getheader("Location").split("/")[2]
        with play.lock:
            play.drafts.append({
                "id": id, "team": team, "owner": owner, "saves": 0, "version": 1, "asks": 0, "alone": False,
                "submitted": False, "reviews": 0, "decided": False, "busy": False,
            })


def take(play, fits, last=False):
    """The page that fits, at which nobody is, and that was saved least; who takes it is at it until they leave."""
    with play.lock:
        pages = [page for page in play.drafts if not page["busy"] and fits(page)]
        page = (pages[-1] if last else min(pages, key=lambda page: page["saves"])) if pages else None
        if page:
            page["busy"] = True
        return page


def at_page(fits, work, last=False):
    def act(play, line):
        page = take(play, fits, last)
        if page is None:
            return False
        try:
            return work(play, line, page)
        finally:
            page["busy"] = False

    return act


def save(play, line, page):
    field = FIELDS[page["saves"] % 4]
    mark = f"Texte n° {play.fresh()}."
    _, text, done = play.send(
        line, "autosave", play.department.member(page["team"]), f"/briefings/{page['id']}",
        {"version": page["version"], field: mark}, {"X-Autosave": "1"},
    )
    if text[:1] == b"{":
        page["version"] = json.loads(text).get("version") or page["version"]
    if done:
        page["saves"] += 1
        play.keep("text", mark)


def sign_none(play, line, page):
    page["alone"] = play.send(line, "sign no dependency", page["owner"], f"/briefings/{page['id']}/no-dependency")[2]


def point_out(play, line, page):
    department, number = play.department, play.fresh()
    giving = random.choice([team for team in department.teams if team != page["team"]])
    mark = f"Besoin n° {number}."
    needed = working_day("2026-04-01", 5 + number % 30)
    _, _, done = play.send(line, "point out", department.member(page["team"]), f"/briefings/{page['id']}/dependencies", {
        "what": mark, "giving_team": giving, "needed_by": needed, "interaction": "as_a_service",
        "criticality": ("blocking", "slowing", "comfort")[number % 3],
    })
    if done:
        page["asks"] += 1
        play.keep("what", mark)
        with play.lock:
            play.open.append({"what": mark, "asking": page["team"], "giving": giving, "needed": needed})


def submit(play, line, page):
    page["submitted"] = play.send(line, "submit", page["owner"], f"/briefings/{page['id']}/submission")[2]


def review(play, line, page):
    craft = ("product", "design", "engineering")[page["reviews"]]
    play.send(line, "review", play.department.director[craft], f"/briefings/{page['id']}/reviews", {
        "craft": craft, "opinion": "favourable", "text": f"Avis n° {play.fresh()}.",
    })
    page["reviews"] += 1


def decide(play, line, page):
    outcome = "validated" if page["asks"] else random.choice(["validated", "postponed", "dropped"])
    person = play.department.decider[page["team"]]
    page["decided"] = play.send(line, "decide", person, f"/briefings/{page['id']}/decision", {
        "outcome": outcome, "code": "priority", "reason": "Ce que le trimestre permet.",
    })[2]


def at_request(queues, name, noun, side, fields, then=None):
    """An answer to the request that waited longest in the first of the queues that holds one."""

    def act(play, line):
        with play.lock:
            queue = next((queue for queue in (getattr(play, name) for name in queues) if queue), None)
            if queue is None:
                return False
            request = queue.popleft()
        if "id" not in request:
            request["id"] = play.department.ids.get(request.get("ref")) or play.find(request["what"])
        team = request[side]
        person = play.department.speaker(team) if side == "giving" else play.department.member(team)
        try:
            done = play.send(line, name, person, f"/dependencies/{request['id']}/{noun}", fields(request))[2]
        except Cut:
            with play.lock:
                queue.appendleft(request)
            raise
        if done and then:
            with play.lock:
                getattr(play, then).append(request)

    return act


def counter_fields(request):
    return {"counter_date": working_day(request["needed"], 5), "reason": "Après la migration."}


def update(play, line):
    department = play.department
    comment(play, line, person=random.choice(department.people))


def end(queue, noun, fields):
    def act(play, line):
        with play.lock:
            if not getattr(play, queue):
                return False
            ref = getattr(play, queue).popleft()
        person = play.department.speaker(play.department.running_team[ref])
        play.send(line, noun, person, f"/briefings/{play.department.ids[ref]}/{noun}", fields)

    return act


def being_written(page):
    return not page["submitted"]


def waiting_for_nobody(page):
    return not page["submitted"] and not page["asks"] and not page["alone"]


def whole(page):
    return not page["submitted"] and page["saves"] >= 4 and (page["asks"] or page["alone"])


def asking(page):
    return page["asks"] and not page["decided"]


ACTS = {
    "session.open": sign_in, "comment.add": comment, "comment.add(alignment)": alignment_comment,
    "dep.update(current cycle)": update, "brief.create": create,
    "brief.save": at_page(being_written, save), "brief.save(revision)": at_page(lambda page: page["submitted"] and not page["decided"], save),
    "dep.declareNone": at_page(waiting_for_nobody, sign_none, last=True),
    "brief.submitDraft": at_page(whole, submit), "brief.submitDraft(grace)": at_page(whole, submit),
    "dep.pointOut(alignment)": at_page(asking, point_out), "dep.pointOut(late)": at_page(asking, point_out),
    "brief.review": at_page(lambda page: page["submitted"] and page["reviews"] < 3 and not page["decided"], review),
    "decision.record": at_page(lambda page: page["reviews"] == 3 and not page["decided"], decide),
    "dep.acknowledge": at_request(["open"], "acknowledge", "acknowledgement", "giving", lambda request: {}, "acknowledged"),
    "dep.commit": at_request(["acknowledged", "open"], "commit", "commitment", "giving", lambda request: {"committed_for": request["needed"], "effort_days": 4}),
    "dep.counter": at_request(["acknowledged", "open"], "counter-propose", "counter-proposal", "giving", counter_fields, "countered"),
    "dep.acceptCounter": at_request(["countered"], "accept", "counter-proposal-acceptance", "asking", lambda request: {}),
    "dep.decline": at_request(["acknowledged", "open"], "decline", "decline", "giving", lambda request: {"code": "capacity", "reason": "Personne avant l’été."}),
    "dep.withdraw": at_request(["acknowledged", "open"], "withdraw", "withdrawal", "asking", lambda request: {"reason": "L’initiative s’en passe."}),
    "dep.claimDelivered": at_request(["promises"], "claim", "claim", "giving", lambda request: {}, "claimed"),
    "dep.confirmDelivered": at_request(["claimed"], "confirm", "receipt", "asking", lambda request: {}),
    "initiative.outcome(slowed/abandoned cause)": end("to_slow", "slowdown", {"reason": "Une dépendance est arrivée tard.", "cause": "capacity"}),
    "initiative.close": end("to_close", "ending", {"ending": "done", "reason": "Livrée comme prévu."}),
    **{action: read(path.split("?")[0], path) for action, path in READS.items()},
}


def first_need(play, line):
    """A page that said nothing of others yet, else one that asks already and is still written."""
    act = at_page(waiting_for_nobody, point_out)
    if act(play, line) is False:
        return at_page(lambda page: page["asks"] and not page["submitted"], point_out)(play, line)


ACTS["dep.pointOut"] = first_need


def measure(engine, factor, minutes, nodes, connections, days):
    database = engine()
    size = min(factor, MOST_PAGES)
    department = Department(database, days, size)
    database.settle()
    fleet = Fleet(database.address, nodes)
    play = Play(department, fleet, factor, connections)
    found = {}

    def find(what):
        if what not in found:
            found.update(dict(database.ask("SELECT what, id FROM dependency WHERE what LIKE 'Besoin%'")))
        return found[what]

    play.find = find
    once = sum(counts[action] for counts in days.values() for action in ONCE if action not in MANY_SAVES) * size
    often = sum(counts[action] for counts in days.values() for action in OFTEN + MANY_SAVES) * factor
    share = min(1.0, max(0.02, (play.rate * 60 * minutes - once) / often))
    began, kills, last = time.monotonic(), 0, None
    try:
        for day, counts in days.items():
            fleet.start(day)
            last = day
            for action in ONCE + OFTEN:
                wanted = counts[action] * size if action not in OFTEN + MANY_SAVES else round(counts[action] * factor * share)
                if action == "brief.save" and wanted:
                    # A page needs its four fields, however few saves are played.
                    wanted = max(wanted, sum(max(0, 4 - page["saves"]) for page in play.drafts))
                tasks = [(action, ACTS[action])] * (wanted + play.owed.pop(action, 0))
                during = None
                if day == DEADLINE and action == "brief.save":
                    kills += 1
                    during = lambda: (time.sleep(min(1, len(tasks) / play.rate / 2)), fleet.kill(0))
                if tasks:
                    play.play(tasks, during)
            fleet.stop()
            for line in play.lines:
                line.close()
            if time.monotonic() - began > 60 * minutes * 3:
                break
        lost = look(database, play)
    finally:
        fleet.end()
    took = time.monotonic() - began
    report(database, play, share, nodes, took, kills, lost, last, list(days)[-1])
    database.remove()


def look(database, play):
    """The acknowledged writes that are not there."""
    comments = {text for (text,) in database.ask("SELECT text FROM comment")}
    needs = {what for (what,) in database.ask("SELECT what FROM dependency")}
    bodies = database.ask("SELECT body FROM activity WHERE subject = 'briefing' AND action = 'revised'")
    texts = {mark for (body,) in bodies for mark in re.findall(r"Texte n° \d+\.", body)}
    lost = len(play.kept["comment"] - comments) + len(play.kept["what"] - needs) + len(play.kept["text"] - texts)
    lines = {action: int(count) for action, count in database.ask("SELECT action, count(*) FROM activity WHERE actor IS NOT NULL GROUP BY action")}
    for action, kind in {
        "submitted": "submit", "committed": "commit", "replanned": "counter-propose", "counter_accepted": "accept",
        "declined": "decline", "withdrawn": "withdraw", "claimed": "claim", "delivered": "confirm", "reviewed": "review",
    }.items():
        lost += max(0, play.acknowledged_by[kind] - lines.get(action, 0))
    return lost


def report(database, play, share, nodes, took, kills, lost, last, end):
    requests = sum(map(len, play.took.values()))
    everything = sorted(time for times in play.took.values() for time in times)
    print(f"\n{database.name}, {nodes} node{'s behind haproxy' if nodes > 1 else ''}, ×{play.factor}: {requests} requests in {took:.0f} s, "
          f"at most {play.rate} a second over {play.connections} connections" + ("" if share == 1 else f"; of visits, saves and comments {share:.0%} were played")
          + ("" if last == end else f"; time was over on {last}"))
    print(f"{'':26} {'times':>7} {'p50 ms':>8} {'p95 ms':>8} {'p99 ms':>8}")

    def line(name, times):
        times = sorted(times)
        at = [times[min(len(times) - 1, int(len(times) * share))] for share in (0.5, 0.95, 0.99)]
        print(f"{name:26} {len(times):7} " + " ".join(f"{one:8.1f}" for one in at))

    for name, times in sorted(play.took.items()):
        line(name, times)
    line("all", everything)
    print(f"errors {sum(play.errors.values())}, lost writes {lost}, refused because somebody else wrote {play.conflicts}, "
          f"nodes killed {kills}, requests cut off by it and done again {play.cut}")
    for name, count in play.errors.items():
        print(f"  {count} × {name}")
    for example in play.examples:
        print(f"  {example}")


def main():
    parser = argparse.ArgumentParser(prog="bin/bench --quarter")
    parser.add_argument("factor", type=int, help="how many times the quarter's load, such as 10")
    parser.add_argument("--minutes", type=float, default=5, help="how long one engine is to be kept busy, about")
    parser.add_argument("--nodes", type=int, default=2, help="nodes on PostgreSQL")
    parser.add_argument("--connections", type=int, help="how many act at the same moment")
    parser.add_argument("--engine", choices=["sqlite", "postgres"], help="one engine only")
    options = parser.parse_args()
    if not FILE.is_file():
        parser.exit(1, f"{FILE} is not there.\n")
    connections = options.connections or min(32, max(4, options.factor))
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT).stdout
    print(f"{datetime.date.today()}, {os.cpu_count()} cores, the simulated quarter, Rouage at {commit.strip()}")
    random.seed(2026)
    days = quarter()
    if options.engine != "postgres":
        measure(SQLite, options.factor, options.minutes, 1, connections, days)
    if options.engine != "sqlite":
        measure(Postgres, options.factor, options.minutes, options.nodes, connections, days)


main()
