"""A briefing at every limit prints on exactly one A4 page, in both languages."""

import csv
import re
import subprocess

import pytest

TEXT = {
    "fr": "Chaque mois une personne sur douze ne comprend pas une ligne de son bulletin et demande au support, qui "
    "répond la même chose pendant vingt-six heures. ",
    "en": "Every month one reader out of twelve does not understand a line of the payslip and asks support, which "
    "answers the same thing for twenty six hours. ",
}
LIMITS = {
    "title": 80, "problem": 900, "source": 400, "problem_size": 400, "intention": 900,
    "people": 60, "frequency": 60, "cost": 60,
}


def words(language, length):
    return (TEXT[language] * 10)[:length].strip().ljust(length, ".")


def write(folder, name, rows):
    with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def briefings_at_the_limits(demo, folder):
    """Loads a briefing a language: every field full, the tribe's fields full, eight dependencies."""
    import json

    keys = {f"limite_{n}": 100 for n in range(1, 7)}
    write(folder, "fields", [
        {"tribe": "transverse-limites", "key": key, "label_fr": f"Champ {key}", "label_en": f"Field {key}",
         "limit": limit, "position": place}
        for place, (key, limit) in enumerate(keys.items())
    ])
    write(folder, "units", [
        {"code": "transverse-limites", "kind": "tribe", "parent": "", "name": "Limites", "lead": ""},
        {"code": "limites", "kind": "team", "parent": "transverse-limites", "name": "Limites et longueurs", "lead": ""},
    ])
    write(folder, "briefings", [
        {"ref": f"limit-{language}", "cycle": "2026-Q2", "team": "limites", "owner": "camille.aubrac",
         "state": "aligning", "submitted_at": "2026-02-12T10:00:00Z", "source_kind": "data", "appetite_days": 60,
         "tribe_values": json.dumps({key: words(language, limit) for key, limit in keys.items()}),
         **{field: words(language, limit) for field, limit in LIMITS.items()}}
        for language in TEXT
    ])
    write(folder, "dependencies", [
        {"ref": f"limit-{language}-{n}", "briefing": f"limit-{language}", "giving_team": "moteur",
         "what": words(language, 280), "type": "deliverable", "criticality": "blocking", "needed_by": "2026-05-20",
         "status": "pointed_out"}
        for language in TEXT for n in range(8)
    ])
    demo.take(folder)


@pytest.fixture(scope="module")
def full(company, tmp_path_factory):
    briefings_at_the_limits(company, tmp_path_factory.mktemp("limits"))
    company.restart()
    return company


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_briefing_at_every_limit_prints_on_one_page(full, person, shots, language):
    someone = person(full, "Camille Aubrac", language=language)
    someone.go("/briefings?cycle=2026-Q2")
    links = someone.page.locator("main a[href^='/briefings/']", has_text=words(language, 80)[:40])
    path = links.first.get_attribute("href")
    someone.go(path)
    file = shots / f"briefing-limits-{language}.pdf"
    someone.page.pdf(path=file, prefer_css_page_size=True, print_background=False)
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    facts = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    assert facts["Pages"].strip() == "1", f"{facts['Pages'].strip()} pages"
    assert "A4" in facts["Page size"], facts["Page size"]
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    flat = " ".join(text.split())
    # The last words of each field are on the paper: nothing was cut off.
    for field in ("problem", "intention"):
        assert " ".join(words(language, LIMITS[field])[-30:].split()) in flat, f"the end of {field} is not printed"


def test_an_ordinary_briefing_prints_on_one_page(full, person, shots):
    someone = person(full, "Camille Aubrac")
    someone.go("/briefings?cycle=2026-Q2")
    someone.page.get_by_role("link", name=re.compile("Un bulletin que l.on comprend")).first.click()
    someone.page.wait_for_load_state()
    file = shots / "briefing.pdf"
    someone.page.pdf(path=file, prefer_css_page_size=True)
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1" in info, info
