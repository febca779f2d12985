"""Makes the demo company larger: its own briefings and dependencies again, under other names, in Rouage's own files."""

import csv
import datetime
import itertools

PREPARED = "2026-Q2"
BRIEFINGS, DEPENDENCIES = 300, 600
# Past quarters, the nearest first.
PAST = ["2026-Q1"] + [f"{year}-Q{quarter}" for year in (2025, 2024, 2023) for quarter in (4, 3, 2, 1)]


def rows(folder, name):
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(folder, name, rows):
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def clear(folder):
    for file in folder.glob("*.csv"):
        file.unlink()


def cycle(label):
    year, quarter = int(label[:4]), int(label[-1])
    ends = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}
    return {"label": label, "start": f"{year}-{3 * quarter - 2:02}-01", "end": f"{year}-{ends[quarter]}"}


def scaled(export, folder, history):
    """Leaves in the folder the files that add to the demo company: the prepared quarter filled up, and `history` past
    quarters of the same size."""
    export(folder)
    ops = {name: rows(folder, name) for name in ("requests", "topics", "occurrences")}
    briefings = [row for row in rows(folder, "briefings") if row["cycle"] == PREPARED and row["state"] != "draft"]
    dependencies = rows(folder, "dependencies")
    refs = {row["ref"] for row in briefings}
    asked = [row for row in dependencies if row["briefing"] in refs]
    prepared = {row["ref"] for row in rows(folder, "briefings") if row["cycle"] == PREPARED}
    there = sum(row["briefing"] in prepared for row in dependencies)
    teams = sorted({row["team"] for row in briefings})
    clear(folder)
    new_briefings, new_dependencies = [], []

    def fill(label, briefings_wanted, dependencies_wanted, state, status):
        made = []
        for n, row in zip(range(briefings_wanted), itertools.cycle(briefings)):
            copy = {
                **row, "ref": f"{label}-b{n}", "cycle": label, "title": f"{row['title'][:70]} ({n})",
                "state": state or row["state"],
            }
            made.append(copy)
        new_briefings.extend(made)
        if not made:
            return
        for n, row in zip(range(dependencies_wanted), itertools.cycle(asked)):
            briefing = made[n % len(made)]
            giver = teams[n % len(teams)]
            if giver == briefing["team"]:
                giver = teams[(n + 1) % len(teams)]
            copy = {
                **row, "ref": f"{label}-d{n}", "briefing": briefing["ref"], "giving_team": giver, "external_party": "",
                "giving_briefing": "", "contact": "",
            }
            if status:
                copy |= {
                    "status": status, "needed_by": cycle(label)["end"], "first_needed_by": cycle(label)["end"],
                    "committed_for": cycle(label)["end"], "claimed_on": "", "delivered_on": cycle(label)["end"],
                    "pointed_out_on": cycle(label)["start"],
                    "collaborates_until": cycle(label)["end"] if row["collaborates_until"] else "",
                }
            new_dependencies.append({key: value for key, value in copy.items() if key in row})

    fill(PREPARED, BRIEFINGS - len(prepared), DEPENDENCIES - there, None, None)
    for label in PAST[:history]:
        fill(label, BRIEFINGS, DEPENDENCIES, "done", "delivered")
    write(folder, "cycles", [cycle(label) for label in PAST[:history] if label != "2026-Q1"] or [cycle("2026-Q1")])
    write(folder, "briefings", new_briefings)
    write(folder, "dependencies", new_dependencies)
    for name, made in ops_history(ops, PAST[:history]).items():
        write(folder, name, made)


def ops_history(demo, labels):
    """A quarter's work of Product Ops in each of the past quarters: a request every second day, 15 topics, each playbook
    run every week."""
    closed = [row for row in demo["requests"] if row["state"] == "closed"]
    settled = [row for row in demo["topics"] if row["state"] == "selected"]
    runs = {row["playbook"]: row for row in demo["occurrences"]}
    made = {"requests": [], "topics": [], "occurrences": []}
    for label in labels:
        start = datetime.date.fromisoformat(cycle(label)["start"])
        for n, row in zip(range(31), itertools.cycle(closed)):
            day = (start + datetime.timedelta(days=2 * n)).isoformat()
            dates = {key: day for key in ("triaged_on", "taken_on", "closed_on", "asked_on") if row[key]}
            made["requests"].append({
                **row, **dates, "ref": f"{label}-q{n}", "title": f"{row['title'][:70]} ({n})",
                "created_at": f"{day}T10:00:00.000Z",
            })
        for n, row in zip(range(15), itertools.cycle(settled)):
            made["topics"].append({
                **row, "ref": f"{label}-s{n}", "cycle": label, "title": f"{row['title'][:70]} ({n})",
                "created_at": f"{start}T10:00:00.000Z",
            })
        for week in range(12):
            day = (start + datetime.timedelta(days=7 * week)).isoformat()
            made["occurrences"] += [
                {**row, "held_on": day, "recorded_at": f"{day}T10:00:00.000Z"} for row in runs.values()
            ]
    return made


def writes(folder, count=300):
    """Leaves in the folder drafts to submit and dependencies to answer."""
    filler = "Une phrase assez longue pour ressembler à ce que les équipes écrivent vraiment. " * 6
    clear(folder)
    write(folder, "briefings", [
        {"ref": f"write-{n}", "cycle": PREPARED, "team": "bulletins", "owner": "camille.aubrac", "title": f"Écriture {n}",
         "problem": filler[:600], "source": filler[:200], "problem_size": filler[:200], "intention": filler[:500],
         "state": "draft", "no_dependency_by": "camille.aubrac", "no_dependency_at": "2026-03-02T09:00:00Z"}
        for n in range(count)
    ])
    write(folder, "dependencies", [
        {"ref": f"write-{n}", "briefing": f"write-{n}", "giving_team": "identite", "what": f"Une livraison {n}",
         "type": "deliverable", "criticality": "slowing", "needed_by": "2026-05-20", "status": "pointed_out"}
        for n in range(count)
    ])
