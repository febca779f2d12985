"""The steps of the main path, by the names that forms and addresses have."""

import re

TEXTS = {
    "problem": "Chaque janvier, les gestionnaires recomposent à la main le total de l’année.",
    "source": "Quarante demandes de support et six entretiens en janvier.",
    "people": "4 200 gestionnaires de paie",
    "frequency": "une fois par an",
    "cost": "3 h par dossier",
    "problem_size": "Un dossier sur trois est repris une seconde fois.",
    "intention": "Dire en une phrase ce que l’année a coûté, rubrique par rubrique, sans export.",
}


def start_briefing(person, title, team="bulletins"):
    """Starts a briefing of the quarter in preparation; returns its address."""
    person.go("/briefings/new")
    page = person.page
    page.locator("select[name=team]").select_option(team)
    page.locator("input[name=title]").fill(title)
    page.locator("main form[action^='/briefings'] button").first.click()
    page.wait_for_url(re.compile(r"/briefings/[0-9a-f-]{36}/edit"))
    return re.search(r"/briefings/[0-9a-f-]{36}", page.url)[0]


def write_fields(person, texts=TEXTS):
    for field, text in texts.items():
        person.page.locator(f"[name={field}]").fill(text)


def point_out(person, briefing, what, team="identite", needed_by="2026-05-20"):
    """Points out a dependency of a briefing; returns its address."""
    person.go(f"{briefing}/dependencies/new")
    page = person.page
    page.locator("[name=what]").fill(what)
    page.locator("[name=giving_team]").select_option(team)
    page.locator("[name=needed_by]").fill(needed_by)
    page.locator("main form[action$='/dependencies'] button").last.click()
    page.wait_for_url(re.compile(re.escape(briefing) + r"(#.*)?$"))
    link = page.locator("#dependencies a[href^='/dependencies/']", has_text=what).first
    return re.search(r"/dependencies/[0-9a-f-]{36}", link.get_attribute("href"))[0]


def submit(person, briefing):
    person.go(briefing)
    with person.page.expect_navigation():
        person.page.locator("form[action$='/submission'] button").first.click()


def answer(person, dependency, verb, **fields):
    """Gives an answer on the page of a dependency."""
    person.go(dependency)
    form = person.page.locator(f"form[action$='/{verb}']").first
    fold = person.page.locator("details", has=person.page.locator(f"form[action$='/{verb}']"))
    if fold.count() and not form.is_visible():
        fold.first.locator("summary").first.click()
    for name, value in fields.items():
        form.locator(f"[name={name}]").first.fill(value)
    with person.page.expect_navigation():
        form.locator("button").last.click()
