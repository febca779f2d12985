"""A hot potato in the browser: asked, sorted with the keyboard, not taken without its owners, taken, closed as a topic;
and a request by somebody who has no account."""

import re

import pytest

TITLE = "Personne ne pilote la bascule des habilitations"
TOPIC = "La bascule des habilitations a un pilote"


def ask(person, path="/requests/new", title=TITLE, **fields):
    """Fills in the short form and sends it; returns the address it led to."""
    person.go(path)
    page = person.page
    page.locator("[name=title]").fill(title)
    page.locator("[name=what_hurts]").fill("Sept équipes en dépendent, aucune ne la conduit.")
    for name, value in fields.items():
        page.locator(f"[name={name}]").fill(value)
    page.get_by_label(re.compile("patate chaude")).check()
    with page.expect_navigation():
        page.get_by_role("button", name="Envoyer la demande").click()
    return re.search(r"/(requests|ask/[^/]+)/[0-9a-f-]{36}", page.url)[0]


def press(page, keys):
    for key in keys:
        page.keyboard.press(key)


def take(page, **people):
    form = page.locator("form[action$='/taking']")
    for name, code in people.items():
        form.locator(f"[name={name}]").fill(code)
    with page.expect_navigation():
        form.get_by_role("button", name="Prendre en main").click()


def test_a_hot_potato_goes_from_a_short_form_to_a_topic(demo, person):
    camille = person(demo, "Camille Aubrac")
    address = ask(camille)
    assert "Premier mot d" in camille.page.locator("#request").inner_text()

    thea = person(demo, "Théa Nogaret")
    thea.go("/requests#triage")
    page = thea.page
    link = page.locator("#triage a", has_text=TITLE)
    for _ in range(12):
        if link.evaluate("link => link === document.activeElement"):
            break
        page.keyboard.press("j")
    assert link.evaluate("link => link === document.activeElement"), "J does not reach the request"
    with page.expect_navigation():
        press(page, "33t")
    page.wait_for_selector("#triage")
    assert page.locator("#triage a", has_text=TITLE).count() == 0
    row = page.locator("#open li", has_text=TITLE)
    assert "P1" in row.inner_text()

    thea.go(address)
    take(page)
    alert = page.locator("[role=alert]")
    assert alert.count() and "hors Product Ops" in page.locator("form[action$='/taking']").inner_text()
    take(page, decider="hana.diallo", return_owner="yanis.corbel")
    assert "En main" in page.locator("#request header").inner_text()
    form = page.locator("form[action$='/closing']")
    assert not form.locator("[name=topic]").is_visible()
    form.get_by_label(re.compile("Devenue sujet")).check()
    assert form.locator("[name=topic_title]").input_value() == TITLE
    form.locator("[name=topic]").select_option(index=1)
    assert not form.locator("[name=topic_title]").is_visible(), "a topic that is there has its own title"
    form.locator("[name=topic]").select_option("")
    form.locator("[name=topic_title]").fill(TOPIC)
    form.locator("[name=answer]").fill("Trois Tribes le demandent : le mercato le compare aux autres.")
    with page.expect_navigation():
        form.get_by_role("button", name="Clore la demande").click()
    assert "Devenue sujet" in page.locator("#outcome").inner_text()

    camille.go(address)
    outcome = camille.page.locator("#outcome")
    assert "Trois Tribes le demandent" in outcome.inner_text()
    assert "Résultat du mercato" in camille.page.locator(".steps").inner_text()
    with camille.page.expect_navigation():
        outcome.get_by_role("link", name=TOPIC).click()
    assert "Idée" in camille.page.locator("#topic .over").inner_text()
    with camille.page.expect_navigation():
        camille.page.locator("#origins").get_by_role("link", name=TITLE).click()
    camille.page.get_by_label("4, bien").check()
    with camille.page.expect_navigation():
        camille.page.get_by_role("button", name="Donner mon avis").click()
    assert camille.page.locator("[role=alert]").count() == 0


def test_what_was_answered_shows_while_one_types(demo, person):
    malo = person(demo, "Camille Aubrac")
    malo.go("/requests/new")
    malo.page.locator("[name=title]").press_sequentially("Qui valide un accès à la base")
    link = malo.page.locator("[data-alike] a").first
    link.wait_for()
    assert "accès à la base de production" in link.inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_somebody_without_an_account_asks_by_a_link(demo, person, scripts):
    camille = person(demo, "Camille Aubrac", scripts=scripts)
    camille.go("/requests")
    button = camille.page.get_by_role("button", name="Créer un lien")
    if button.count():
        with camille.page.expect_navigation():
            button.click()
    link = camille.page.locator("#ask-link").input_value()
    guest = person(demo, scripts=scripts)
    title = f"À qui écrire, {'avec' if scripts else 'sans'} script ?"
    story = ask(guest, link[len(demo.url):], title, guest_name="Solène Abiven")
    assert "Où elle en est" in guest.page.locator("main").inner_text()
    guest.go("/requests")
    assert "/sign-in" in guest.page.url
    thea = person(demo, "Théa Nogaret", scripts=scripts)
    thea.go("/requests")
    row = thea.page.locator("#triage li", has_text=title)
    assert "Solène Abiven, par un lien de Camille Aubrac" in row.inner_text()
    row.locator("[name=impact]").nth(1).check()
    row.locator("[name=urgency]").nth(2).check()
    with thea.page.expect_navigation():
        row.get_by_role("button").click()
    guest.go(story)
    assert "Triée" in guest.page.locator("header .st").inner_text()
