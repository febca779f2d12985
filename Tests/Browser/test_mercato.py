"""The mercato: directors vote with the keyboard alone, the clock passes the close, everybody reads the result."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from server import Demo
from test_pages import LAYOUT, RULES
from test_print import write

TOPICS = 15
OTHERS = {
    "vincent.lauret": "332122213122213", "clemence.abadie": "232221221311222", "delphine.sarr": "231322112312231",
    "karim.ouazzani": "321221211303221",
}


@pytest.fixture(scope="module")
def vote():
    """A company of this file's own, whose clock moves."""
    demo = Demo("sqlite")
    yield demo
    demo.stop()


def saved(page):
    """Waits until the page says that it has saved."""
    page.wait_for_function("() => /Enregistré à|Saved at/.test(document.querySelector('[data-status]').textContent)")


def wanted(page, scores):
    """What to press, in the order in which this elector reads the topics; `scores` are in the order of the table."""
    names = page.eval_on_selector_all(".bill > li", "rows => rows.map(row => row.querySelector('input').name)")
    return [scores[int(name.rsplit("-", 1)[1]) - 1] for name in names]


def test_a_director_votes_with_the_keyboard_alone(vote, person):
    salome = person(vote, "Salomé Tissier")
    salome.go("/mercato")
    page = salome.page
    assert "Secret jusqu’à la clôture" in page.locator("main").inner_text()
    page.wait_for_function("() => document.activeElement === document.querySelector('.scale input')")
    scores = wanted(page, "332321211302221")
    for score in scores:
        page.keyboard.press(score)
    assert page.locator("[data-done]").inner_text() == str(TOPICS)
    page.keyboard.press("ArrowUp")
    other = "1" if scores[-2] == "2" else "2"
    page.keyboard.press(other)
    with page.expect_response(lambda answer: answer.url.endswith("/ballot") and answer.request.method == "POST"):
        pass
    saved(page)
    salome.go("/mercato")
    checked = page.eval_on_selector_all(".scale input:checked", "inputs => inputs.map(input => input.value)")
    assert checked == scores[:-2] + [other] + scores[-1:]
    page.locator(".scale input").nth(4 * (TOPICS - 2)).focus()
    page.keyboard.press(scores[-2])
    page.get_by_role("button", name="Enregistrer mon bulletin").click()
    page.wait_for_load_state()
    assert "15 sur 15\u00a0sujets" in page.locator(".dock").inner_text()


def test_another_goes_on_with_the_arrows_and_finishes_by_the_button(vote, person):
    ruben = person(vote, "Ruben Achard", language="en")
    ruben.go("/mercato")
    page = ruben.page
    page.wait_for_function("() => document.activeElement === document.querySelector('.scale input')")
    for score in wanted(page, "232221331213231"):
        page.keyboard.press(score)
    hint = page.locator("[data-same]")
    assert not hint.is_visible()
    for number in range(TOPICS - 1):
        page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement === document.querySelector('.scale input:checked')")
    page.get_by_role("button", name="Save my ballot").click()
    page.wait_for_load_state()
    assert re.search("15 of 15 topics", page.locator(".dock").inner_text())


def test_without_scripts_the_ballot_is_a_form(vote, person):
    hana = person(vote, "Hana Diallo", scripts=False)
    hana.go("/mercato")
    page = hana.page
    rows = page.locator(".bill > li:not(.done)")
    while rows.count():
        rows.first.locator("label").nth(1).click()
        page.get_by_role("button", name="Enregistrer mon bulletin").click()
    assert "15 sur 15\u00a0sujets" in page.locator(".dock").inner_text()


@pytest.mark.parametrize("theme,width", [("light", 1440), ("dark", 1440), ("light", 390)])
def test_the_ballot_is_for_everybody(vote, person, theme, width):
    hana = person(vote, "Hana Diallo", theme=theme, width=width)
    hana.go("/mercato")
    hana.page.locator(".aside summary").first.click()
    result = Axe().run(hana.page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert not [violation["id"] for violation in result.response["violations"]]
    found = hana.page.evaluate(LAYOUT)
    assert not found["scrolls"] and not found["wide"] and not found["small"] and not found["twice"], found


def test_others_read_how_many_have_voted_and_no_score(vote, person):
    camille = person(vote, "Camille Aubrac")
    for path in ["/mercato", "/mercato/2026-Q2/result", "/mercato/2026-Q2/calculation"]:
        camille.go(path)
        assert re.search(r"4 bulletins reçus sur 10", camille.page.locator("main").inner_text())
        assert camille.page.locator(".dist").count() == 0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_once_the_clock_has_passed_the_close_everybody_reads_the_result(vote, person, shots, tmp_path, language):
    if language == "fr":
        write(tmp_path, "ballots", [
            {"mercato": "2026-Q2", "voter": voter, "topic": f"S-{number:02}", "score": score}
            for voter, scores in OTHERS.items() for number, score in enumerate(scores, 1)
        ])
        vote.take(tmp_path, "2026-03-10")
        # One turn of the clock closes the vote and publishes it.
        vote.restart("2026-03-13")
    camille = person(vote, "Camille Aubrac", language=language)
    camille.go("/mercato/2026-Q2")
    main = camille.page.locator("main").inner_text()
    for words in {
        "fr": ["8 bulletins sur 10 votants", "Ligne de capacité", "Le calcul en entier"],
        "en": ["8 ballots of 10 electors", "Capacity line", "The whole calculation"],
    }[language]:
        assert words in main
    assert camille.page.locator(".rank tbody tr:not(.cut)").count() == TOPICS
    assert camille.page.locator("a[href$='/ballots']").count() == 0, "named ballots are not for everybody"
    for width in (1440, 390):
        camille.page.set_viewport_size({"width": width, "height": 900})
        assert camille.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        camille.page.screenshot(path=shots / f"mercato-{language}-{width}.png", full_page=True)
    hana = person(vote, "Hana Diallo", language=language)
    hana.go("/mercato/2026-Q2/letter")
    assert ("Vous avez donné 3." if language == "fr" else "You gave 3.") in hana.page.locator("main").inner_text()
    hana.go("/mercato/2026-Q2/ballots")
    assert hana.page.locator("thead abbr").count() == 10
    assert hana.page.locator(".legend span", has_text="Hana Diallo").is_visible()
