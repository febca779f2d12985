"""A whole quarter in the browser: drafts, alignment, decision, presentation, delivery, report. It is prepared in French
and run in English; the day moves by starting the node again."""

import re

import pytest

from path import TEXTS, answer, point_out, start_briefing, submit, write_fields
from people import Person
from server import Demo

TITLE = "Le relevé annuel en une page"
NEED = "Le nom de chaque rubrique, tel que la loi l’écrit"
RISK = "Le texte de loi peut encore changer en juillet : nous l’acceptons."
CAUSE = "Le texte de loi est paru trois semaines plus tard que prévu."
OUTCOME = "Le total de l’année se lit en une page, et janvier est resté calme."
PRESENTATION = "/presentations/2026-Q3"


class Department:
    """The demo company on the days of its next quarter. Everybody goes home before the day changes."""

    def __init__(self, browser):
        self.browser = browser
        self.demo = Demo("sqlite")
        self.here = []

    def wakes_on(self, day):
        self.goes_home()
        assert "error" not in self.demo.server.errors().lower(), self.demo.server.errors()[-3000:]
        self.demo.restart(day)

    def has(self, name, language="fr"):
        self.here.append(Person(self.browser, self.demo.url, name, language=language))
        return self.here[-1]

    def goes_home(self):
        while self.here:
            self.here.pop().leave()


@pytest.fixture
def department(browser):
    department = Department(browser)
    try:
        yield department
        department.goes_home()
    finally:
        department.demo.stop()


def reads(person, path, *texts):
    """Opens a page in the person's language, on which all of this stands."""
    assert person.go(path).ok, path
    assert person.page.locator("html").get_attribute("lang") == person.language
    main = " ".join(person.page.locator("main").inner_text().split())
    for text in texts:
        assert text in main, f"{path} does not say “{text}”:\n{main[:1500]}"


def opens_and_saves(person, heading, button, text, field, choice=None, cause=None):
    """Opens a fold of the page, chooses and writes what its labels name, and saves."""
    fold = person.page.locator("details").filter(has=person.page.locator("summary", has_text=heading))
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    if choice:
        fold.get_by_label(choice, exact=True).check()
    if cause:
        fold.get_by_label("Cause", exact=True).select_option(label=cause)
    fold.get_by_label(field, exact=True).fill(text)
    with person.page.expect_navigation():
        fold.get_by_role("button", name=button).click()
    assert person.page.locator("[role=alert]").count() == 0, person.page.locator("main").inner_text()[:1500]


def figure(person, team, column):
    """A number of the report's table of teams."""
    name = person.page.get_by_role("rowheader", name=team, exact=True)
    return person.page.get_by_role("row").filter(has=name).locator(f"[data-l='{column}']").inner_text()


def test_a_department_goes_from_drafts_to_a_published_presentation_and_a_closed_cycle_in_both_languages(department):
    department.wakes_on("2026-04-28")  # drafts of the third quarter are open
    camille = department.has("Camille Aubrac")
    reads(camille, "/", "Les ébauches du T3 sont attendues", "Bulletins n’a pas encore de briefing pour le T3")
    briefing = start_briefing(camille, TITLE)
    write_fields(camille)
    with camille.page.expect_navigation():
        camille.page.locator("main form button.pri").first.click()
    reads(camille, briefing, "T3 2026", f"Ébauche {TITLE}", *TEXTS.values())
    dependency = point_out(camille, briefing, NEED, needed_by="2026-09-10")
    submit(camille, briefing)
    reads(camille, briefing, f"Déposée {TITLE}", f"{NEED} Identité et accès Ralentissante 10 sept. Signalée")

    department.wakes_on("2026-05-20")  # alignment
    yanis = department.has("Yanis Corbel")
    answer(yanis, dependency, "acknowledgement")
    reads(yanis, dependency, f"Prise en compte {NEED}", "Il reste à s’engager")
    answer(yanis, dependency, "commitment", committed_for="2026-09-04", effort_days="4")
    reads(yanis, dependency, f"Engagée {NEED}", "Yanis Corbel s’engage pour le 4 sept.")
    reads(yanis, briefing, f"En alignement {TITLE}", "Ralentissante 10 sept. Engagée")

    department.wakes_on("2026-06-18")  # the last days before the freeze
    hana = department.has("Hana Diallo")
    reads(hana, "/decisions/pending", "À décider pour le T3", TITLE)
    reads(hana, briefing, "L’initiative n’est pas prête : pour la valider, écrivez le risque que vous acceptez.")
    opens_and_saves(hana, "Décider", "Enregistrer la décision", RISK, "Raison", choice="Valider")
    reads(hana, briefing, f"Validée {TITLE}", RISK, "Hana Diallo, Directrice produit")
    reads(hana, PRESENTATION, "L’ordre de passage se construit seul au gel", "1 initiative validée pour l’instant")

    department.wakes_on("2026-06-25")  # the day of the presentation
    camille = department.has("Camille Aubrac")
    reads(camille, PRESENTATION, "Présentation finale du T3 2026", "1 initiative validée", "Bulletins", TITLE)
    with camille.page.expect_navigation():
        camille.page.get_by_role("button", name="Commencer la présentation").click()
    camille.page.get_by_role("heading", name="Bulletins").first.wait_for()
    yanis = department.has("Yanis Corbel", language="en")
    reads(yanis, f"{PRESENTATION}/follow", "Bulletins", TITLE)
    with camille.page.expect_navigation():
        camille.page.get_by_role("button", name="Terminer et publier").click()
    yanis.page.wait_for_url(re.compile(rf"{PRESENTATION}$"))
    yanis.page.get_by_text("changes no more").wait_for()

    department.wakes_on("2026-06-26")  # what was shown stays as it was
    hashes = set()
    for language, words in [("fr", "Le texte publié le 25 juin 2026"), ("en", "The text published on 25 June 2026")]:
        reader = department.has("Lison Perrault", language=language)
        reads(reader, PRESENTATION, "Bulletins", TITLE, TEXTS["problem"], words)
        hashes.add(reader.page.locator(".hash").inner_text().strip())
    assert len(hashes) == 1 and re.fullmatch(r"[0-9a-f]{64}", hashes.pop())

    department.wakes_on("2026-09-02")  # the quarter runs
    camille = department.has("Camille Aubrac", language="en")
    reads(camille, briefing, "Q3 2026", f"In progress {TITLE}", "Slowing 10 Sep Committed")
    opens_and_saves(camille, "It is slowed down", "Save", CAUSE, "In a sentence", cause="Legal")
    reads(camille, briefing, "What happened", "Cause: legal", CAUSE)
    yanis = department.has("Yanis Corbel", language="en")
    reads(yanis, dependency, f"Committed {NEED}", "It is delivered")
    answer(yanis, dependency, "claim")
    camille.go(dependency)
    with camille.page.expect_navigation():
        camille.page.get_by_role("button", name="I confirm the delivery").click()
    reads(yanis, dependency, f"Delivered {NEED}")

    department.wakes_on("2026-09-29")  # its last days
    camille = department.has("Camille Aubrac", language="en")
    reads(camille, briefing, "Slowing 10 Sep Delivered")
    opens_and_saves(camille, "It ends", "Save", OUTCOME, "In a sentence", choice="Done")
    reads(camille, briefing, f"Done {TITLE}", "What came of it", OUTCOME)

    department.wakes_on("2026-10-02")  # the quarter is closed
    wording = {
        "fr": ("Bilan du T3 2026", "Trimestre clos le 30 septembre 2026. 1 initiative prévue", "Terminées", "Tenues"),
        "en": ("Report of Q3 2026", "Quarter closed on 30 September 2026. 1 initiative planned", "Done", "Kept"),
    }
    for language, (title, lede, done, kept) in wording.items():
        reader = department.has("Nour Castel", language=language)
        reads(reader, f"/cycles/2026-Q3/report?lang={language}", title, lede, TITLE, CAUSE)
        assert figure(reader, "Bulletins", done) == "1"
        assert figure(reader, "Identité et accès", kept) == "1"
