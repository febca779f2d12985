"""Two people write the same briefing: nobody's text is lost, and the second sees both."""

from path import start_briefing

MINE = "Le texte de Camille, écrit la première."
THEIRS = "Le texte de la seconde personne, écrit au même moment."


def save(person):
    with person.page.expect_navigation():
        person.page.locator("main form button.pri").first.click()


def test_two_editors_of_one_field_both_find_their_text(demo, person):
    first = person(demo, "Camille Aubrac", scripts=False)
    briefing = start_briefing(first, "Écrit à deux")
    second = person(demo, "Camille Aubrac", scripts=False)
    second.go(f"{briefing}/edit")
    first.go(f"{briefing}/edit")
    first.page.locator("[name=problem]").fill(MINE)
    save(first)
    second.page.locator("[name=problem]").fill(THEIRS)
    save(second)
    shown = second.page.locator("main")
    texts = shown.inner_text() + " ".join(
        field.input_value() for field in second.page.locator("main textarea, main input:not([type=hidden])").all()
    )
    assert MINE in texts and THEIRS in texts, "one of the two texts is not shown"


def test_two_editors_of_two_fields_lose_nothing(demo, person):
    first = person(demo, "Camille Aubrac", scripts=False)
    briefing = start_briefing(first, "Écrit à deux, chacun son champ")
    second = person(demo, "Camille Aubrac", scripts=False)
    second.go(f"{briefing}/edit")
    first.go(f"{briefing}/edit")
    first.page.locator("[name=problem]").fill(MINE)
    save(first)
    second.page.locator("[name=intention]").fill(THEIRS)
    save(second)
    second.go(briefing)
    text = second.page.locator("main").inner_text()
    assert MINE in text and THEIRS in text


def test_autosave_shows_the_text_of_the_other_person(company, person):
    first = person(company, "Camille Aubrac")
    briefing = start_briefing(first, "Écrit à deux, sans bouton")
    second = person(company, "Camille Aubrac")
    second.go(f"{briefing}/edit")
    first.go(f"{briefing}/edit")
    saves = lambda page: page.expect_response(  # noqa: E731
        lambda answer: answer.request.method == "POST" and briefing in answer.url, timeout=15_000
    )
    with saves(first.page):
        first.page.locator("[name=problem]").press_sequentially(MINE, delay=2)
    with saves(second.page):
        second.page.locator("[name=problem]").fill(THEIRS)
    second.page.wait_for_function("text => document.body.innerText.includes(text)", arg=MINE)
    assert second.page.locator("[name=problem]").input_value() == THEIRS
