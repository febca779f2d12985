"""Everything on the main path with the keyboard alone."""

import re

from path import TEXTS


def tab_to(page, selector, limit=150):
    """Presses Tab until the focus is on the element, as a person would, and sees that the focus is visible."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            visible = page.evaluate(
                "() => { const style = getComputedStyle(document.activeElement);"
                " return style.outlineStyle !== 'none' || style.boxShadow !== 'none' }"
            )
            assert visible, f"the focus on {selector} is not visible"
            return
    raise AssertionError(f"Tab does not reach {selector} on {page.url}")


def press_enter(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_main_path_with_the_keyboard_alone(company, person):
    someone = person(company)
    page = someone.page
    someone.go("/sign-in")
    tab_to(page, "button[name=as][value='camille.aubrac']")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/sign-in" not in address)
    tab_to(page, "nav.rooms a[href^='/briefings']")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/briefings"))
    tab_to(page, "a[href^='/briefings/new']")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/briefings/new"))
    tab_to(page, "[name=title]")
    page.keyboard.type("Au clavier seulement")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/edit"))
    for field, text in TEXTS.items():
        tab_to(page, f"[name={field}]")
        page.keyboard.type(text)
    tab_to(page, "main form button.pri")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/briefings/[0-9a-f-]{36}$"))
    tab_to(page, "form[action$='/no-dependency'] button")
    press_enter(page)
    tab_to(page, "form[action$='/submission'] button")
    press_enter(page)
    assert page.locator("form[action$='/submission']").count() == 0


def test_the_palette_opens_finds_goes_and_gives_the_focus_back(company, person):
    someone = person(company, "Camille Aubrac")
    page = someone.page
    someone.go("/briefings")
    page.wait_for_load_state("networkidle")
    page.locator("a[href='/board']").first.focus()
    page.keyboard.press("Control+k")
    box = page.locator("dialog[open] input")
    box.wait_for()
    page.keyboard.type("bulletin")
    page.locator("dialog[open] a[href^='/briefings/']").first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/board"
    page.keyboard.press("Control+k")
    box.wait_for()
    page.keyboard.type("bulletin")
    page.locator("dialog[open] a[href^='/briefings/']").first.wait_for()
    for _ in range(12):
        page.keyboard.press("ArrowDown")
        if page.evaluate("document.activeElement.matches(\"dialog a[href^='/briefings/']\")"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/briefings/[0-9a-f-]{36}"))


def test_the_skip_link_comes_first_and_leads_to_the_content(company, person):
    someone = person(company, "Camille Aubrac")
    someone.go("/briefings")
    someone.page.keyboard.press("Tab")
    assert someone.page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_a_director_goes_through_what_is_to_decide_by_keyboard(company, person):
    someone = person(company, "Hana Diallo")
    page = someone.page
    someone.go("/decisions/pending")
    page.wait_for_load_state("networkidle")
    rows = page.locator("#deciding tbody th a").all()
    assert len(rows) > 2
    focused = "() => document.activeElement.getAttribute('href')"
    for key, place in [("j", 0), ("j", 1), ("j", 2), ("k", 1)]:
        page.keyboard.press(key)
        assert page.evaluate(focused) == rows[place].get_attribute("href"), f"{key} goes to row {place + 1}"
    page.keyboard.press("d")
    assert page.locator("#deciding details[open]").count() == 1
    assert page.evaluate("() => document.activeElement.type") == "radio"
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.type") == "radio", "letters are typed where one writes"
