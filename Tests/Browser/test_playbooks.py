"""A playbook is run twice without Product Ops, handed over and accepted; what people say of it is answered."""

import re

TEAMS = "Toutes les équipes concernées"


def open_playbook(person, title):
    person.go("/playbooks")
    person.page.locator("#library a", has_text=title).first.click()
    person.page.wait_for_url(re.compile(r"/playbooks/[0-9a-f-]{36}$"))
    return re.search(r"/playbooks/[0-9a-f-]{36}", person.page.url)[0]


def press(person, selector):
    with person.page.expect_navigation():
        person.page.locator(selector).first.click()


def record(person, address, runner, people):
    person.go(address + "/occurrences/new")
    page = person.page
    page.locator("[name=ran_by]").fill(runner)
    for number, name in enumerate(people):
        page.locator(f"[name=steps-{number}-by]").fill(name)
    page.get_by_label(TEAMS).check()
    press(person, "form[action$='/occurrences'] button.pri")


def test_a_playbook_is_handed_back(demo, person):
    ops = person(demo, "Théa Nogaret")
    address = open_playbook(ops, "Accueillir une personne")
    press(ops, "#state button[value=in_force]")
    record(ops, address, "oriane.keller", ["oriane.keller", "oriane.keller", "lison.perrault", "", "oriane.keller"])
    record(ops, address, "hana.diallo", ["oriane.keller", "hana.diallo", "lison.perrault", "", "hana.diallo"])
    assert ops.page.locator("#occurrences", has_text="Sans Product Ops").count()
    ops.page.locator("#hand-over details summary").first.click()
    ops.page.locator("#hand-over [name=to]").fill("oriane.keller")
    press(ops, "form[action$='/hand-over'] button")
    assert ops.page.locator("#hand-over button[name=as]").count() == 0, "Product Ops accept nothing"

    owner = person(demo, "Oriane Keller")
    owner.go("/inbox")
    owner.page.locator("main a", has_text="Accueillir une personne").first.click()
    press(owner, "#hand-over button[value=owner]")
    owner.go(address + "/score")
    score = owner.page.locator("h1").inner_text()
    assert int(re.search(r"\d+", score)[0]) >= 65

    director = person(demo, "Nour Castel")
    director.go(address)
    press(director, "#hand-over button[value=director]")
    assert director.page.locator(".over .st", has_text="En passation").count(), "jules.montfort has not co-signed"


def test_the_last_signature_gives_it_to_the_organisation(demo, person):
    author = person(demo, "Camille Aubrac")
    address = open_playbook(author, "Aligner un trimestre")
    assert author.page.locator(".pbscore b").inner_text() == "82"
    press(author, "#hand-over button[value=co_author]")
    assert author.page.locator(".over .st", has_text="Porté par l’organisation").count()
    ops = person(demo, "Théa Nogaret")
    assert ops.go(address + "/edit").status == 403


def test_feedback_is_given_in_one_click_and_answered(demo, person):
    reader = person(demo, "Aziz Charvin", scripts=False)
    address = open_playbook(reader, "Faire vivre la culture design")
    reader.page.locator("#feedback textarea[name=text]").fill("Trop tôt le jeudi.")
    press(reader, "#feedback button[value='3']")
    owner = person(demo, "Lison Perrault")
    owner.go(address)
    voice = owner.page.locator("#feedback li", has_text="Trop tôt le jeudi.")
    voice.locator("summary").click()
    voice.locator("textarea").fill("Nous passons à onze heures.")
    with owner.page.expect_navigation():
        voice.locator("form button").click()
    reader.go(address)
    assert reader.page.locator(".pbans", has_text="Nous passons à onze heures.").count()
