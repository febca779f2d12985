"""Product Ops share out what the directors voted for, each lead confirms; and a project is handed over to its owner."""

import json
import re
import urllib.request

import pytest

from server import Demo, run
from test_print import write

# Five that ask for much come first; two of them for more days than anybody has.
VOTERS = [
    "vincent.lauret", "clemence.abadie", "delphine.sarr", "karim.ouazzani", "salome.tissier", "ruben.achard",
]
SCORES = "211111313333111"
SHARE_OUT = "/projects/share-out?cycle=2026-Q2"


@pytest.fixture(scope="module")
def voted(tmp_path_factory):
    """A company of this file's own in which the vote on the next quarter is over and published."""
    demo = Demo("sqlite")
    folder = tmp_path_factory.mktemp("votes")
    write(folder, "ballots", [
        {"mercato": "2026-Q2", "voter": voter, "topic": f"S-{number:02}", "score": score}
        for voter in VOTERS for number, score in enumerate(SCORES, 1)
    ])
    try:
        demo.take(folder, "2026-03-10")
        demo.restart("2026-03-13")
        yield demo
    finally:
        demo.stop()


def press(person, selector):
    with person.page.expect_navigation():
        person.page.locator(selector).first.click()


def confirm_by_api(demo, code):
    """Somebody who is not among those one may enter as confirms with a token of theirs."""
    token = run("token", "create", code, "--scope", "write", "--database", demo.database.address).split()[-1]
    request = urllib.request.Request(
        demo.url + "/api/v1/share-outs/confirmation", json.dumps({"cycle": "2026-Q2"}).encode(),
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}, method="POST")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_the_vote_is_shared_out_and_holds_once_each_lead_confirmed(voted, person):
    thea = person(voted, "Théa Nogaret")
    page = thea.page
    thea.go("/mercato/2026-Q2/result")
    press(thea, "a[href^='/projects/share-out']")
    assert "Rien n’est encore réparti" in page.locator("main").inner_text()
    wishes = page.locator("form[action$='/preferences']")
    wishes.locator("select").first.select_option("3")
    wishes.locator("select").last.select_option("0")
    press(thea, "form[action$='/preferences'] button")
    press(thea, "form[action$='/proposal'] button.pri")
    assert "Prouvée optimale" in page.locator("main").inner_text()
    rows = page.locator("#sharing tbody tr")
    assert rows.count() >= 3
    assert "Personne n’a à soi seul assez de jours" in page.locator("main").inner_text()

    page.locator("summary", has_text="Changer une ligne").click()
    edit = page.locator("form[action$='/edits']")
    title = rows.locator("th a").first.inner_text()
    edit.locator("[name=topic]").select_option(label=title)
    lead, before = rows.first.locator("td").all_inner_texts()[:2]
    taken = set(page.locator("#sharing tbody td").all_inner_texts())
    names = edit.locator("[name=buddy] option").all_inner_texts()[1:]
    other = next(name for name in names if name not in taken)
    edit.locator("[name=lead]").select_option(label=lead)
    edit.locator("[name=buddy]").select_option(label=other)
    edit.locator("[name=reason]").fill("Pour apprendre à deux.")
    press(thea, "form[action$='/edits'] button")
    changed = page.locator("#sharing tbody tr", has_text=title).inner_text()
    assert "changé par Théa Nogaret" in changed and "Pour apprendre à deux." in changed and before in changed

    camille = person(voted, "Camille Aubrac")
    camille.go(SHARE_OUT)
    text = camille.page.locator("main").inner_text()
    assert title not in text and "préférences" not in text and "La charge" not in text

    leads = set(page.locator("#sharing tbody td:nth-of-type(1)").all_inner_texts())
    codes = {name: code for code, name in page.eval_on_selector_all(
        "form[action$='/edits'] [name=lead] option", "all => all.map(one => [one.value, one.textContent])")}
    for name in sorted(leads - {"Théa Nogaret"}):
        told = confirm_by_api(voted, codes[name])
    if "Théa Nogaret" in leads:
        assert told["state"] == "proposed"
        thea.go(SHARE_OUT)
        press(thea, "form[action$='/confirmation'] button")
    thea.go(SHARE_OUT)
    assert "confirmée par celles et ceux qui pilotent" in page.locator("main").inner_text()
    camille.go(SHARE_OUT)
    assert title in camille.page.locator("main").inner_text()
    camille.page.locator("#sharing tbody th a").first.click()
    camille.page.wait_for_url(re.compile("/topics/"))
    camille.page.locator("#topic a[href^='/projects/']").first.click()
    camille.page.wait_for_url(re.compile(r"/projects/[0-9a-f-]{36}"))
    assert camille.page.locator(".over .st").inner_text() == "Retenu"


def test_a_project_is_handed_over_once_its_owner_and_their_director_accept(demo, person):
    thea = person(demo, "Théa Nogaret")
    thea.go("/projects")
    thea.page.locator("#projects a", has_text="Un point unique sur les dépendances").first.click()
    thea.page.wait_for_url(re.compile(r"/projects/[0-9a-f-]{36}$"))
    address = re.search(r"/projects/[0-9a-f-]{36}", thea.page.url)[0]
    lacks = thea.page.locator("aside .gates").inner_text()
    assert "direction" in lacks
    assert thea.page.locator("form[action$='/acceptance']").count() == 0, "Product Ops accept nothing"

    director = person(demo, "Ruben Achard")
    director.go(address)
    press(director, "form[action$='/acceptance'] button")
    assert director.page.locator("#legacy .st", has_text="Autoporté").count()

    thea.go(address)
    press(thea, "form[action$='/stage'] button.pri")
    assert thea.page.locator(".over .st", has_text="Rendu à l’orga").count()
    thea.page.locator("details", has_text="Clore le projet").locator("summary").first.click()
    closing = thea.page.locator("form[action$='/closing']")
    closing.locator("[name=after]").fill("1")
    closing.locator("[name=reason]").fill("Le tableau vit sans nous.")
    press(thea, "form[action$='/closing'] button")
    camille = person(demo, "Camille Aubrac", language="en")
    camille.go("/projects/value")
    row = camille.page.locator("#value tr", has_text="Un point unique sur les dépendances")
    assert "Handed over" in row.inner_text() and "Le tableau vit sans nous." in row.inner_text()
