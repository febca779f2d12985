"""An incident is reported, followed minute by minute, learnt from and closed."""

import re


def press(person, selector):
    with person.page.expect_navigation():
        person.page.locator(selector).first.click()


def test_an_incident_from_report_to_close(demo, person):
    reporter = person(demo, "Camille Aubrac")
    reporter.go("/incidents/new")
    page = reporter.page
    page.locator("[name=title]").fill("Les bulletins de mars partent sans net")
    page.get_by_label("2 : une fonction importante").check()
    page.locator("[name=customer_effect]").fill("Quarante salariés ne voient pas leur net à payer.")
    press(reporter, "form[action='/incidents'] button.pri")
    address = re.search(r"/incidents/[0-9a-f-]{36}", page.url)[0]
    assert page.locator(".over .st", has_text="Ouvert").count()

    witness = person(demo, "Aziz Charvin", scripts=False)
    for text in ["L’édition est suspendue.", "La rubrique est remise."]:
        witness.go(address)
        witness.page.locator(".lineform [name=text]").fill(text)
        press(witness, "form[action$='/timeline'] button")
    assert witness.page.locator("#timeline .timeline li").count() == 2
    # The page of who reported it follows by itself.
    page.locator("#timeline", has_text="La rubrique est remise.").wait_for()

    witness.go(address)
    press(witness, "form[action$='/mitigation'] button")
    press(witness, "form[action$='/resolution'] button")
    witness.page.locator("#actions summary", has_text="Convenir d’une action").click()
    witness.page.locator("form[action$='/actions'] [name=what]").fill("Comparer dix bulletins avant l’envoi")
    witness.page.locator("form[action$='/actions'] [name=owner]").fill("aziz.charvin")
    press(witness, "form[action$='/actions'] button")

    manager = person(demo, "Rachel Bonnaud")
    manager.go(address)
    press(manager, ".bside a.btn.pri")
    manager.page.locator("[name=summary]").fill("Aziz a lancé l’édition avant la fin du calcul.")
    manager.page.locator("[name=factors]").fill("L’édition ne sait pas si le calcul est fini.\nUne seule alarme.")
    press(manager, "form.incform button.pri")
    assert manager.page.locator("#blameless", has_text="Aziz").count(), "a name is pointed out, not refused"
    press(manager, "form[action$='/publication'] button")
    assert manager.page.locator(".over .st", has_text="Publié le").count()

    manager.go(address)
    assert manager.page.locator("form[action$='/closing']").count() == 0, "an action is still open"
    owner = person(demo, "Aziz Charvin")
    owner.go(address)
    press(owner, "form[action$='/completion'] button")
    press(owner, "form[action$='/closing'] button")
    assert owner.page.locator(".over .st", has_text="Clos").count()
    ops = person(demo, "Théa Nogaret")
    ops.go(address)
    assert ops.page.locator("main form").count() == 0, "Product Ops look on"
