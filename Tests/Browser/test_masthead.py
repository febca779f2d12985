"""The rooms and their pages: on a desk two rows, on a phone one line that unfolds, with and without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from test_pages import LAYOUT, RULES


def check(page):
    layout = page.evaluate(LAYOUT)
    assert not layout["scrolls"] and not layout["wide"] and not layout["small"] and not layout["twice"], layout
    result = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert not result.response["violations"], result.generate_report()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_unfolds_the_table_of_contents_in_place(company, person, language, theme, width):
    someone = person(company, "Camille Aubrac", language=language, theme=theme, width=width, height=844)
    page = someone.page
    someone.go("/topics")
    assert not page.locator("nav.rooms").is_visible() and not page.locator("nav.pages").is_visible()
    line = page.locator(".toc > summary")
    assert line.inner_text().split("\n") == (["Product Ops", "Sujets"] if language == "fr" else ["Product Ops", "Topics"])
    line.click()
    assert page.locator(".toc nav").is_visible()
    check(page)
    with page.expect_navigation():
        page.locator(".toc a[href='/incidents']").click()
    assert line.inner_text().split("\n")[1] == "Incidents"


def test_the_table_of_contents_needs_no_script_and_escape_folds_it(company, person):
    plain = person(company, "Camille Aubrac", width=390, scripts=False)
    plain.go("/briefings")
    plain.page.locator(".toc > summary").focus()
    plain.page.keyboard.press("Enter")
    with plain.page.expect_navigation():
        plain.page.locator(".toc a[href='/calendar']").click()

    someone = person(company, "Camille Aubrac", width=390)
    page = someone.page
    someone.go("/briefings")
    page.wait_for_load_state("networkidle")
    page.locator(".toc > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.toc nav') !== null")
    page.keyboard.press("Escape")
    assert page.locator(".toc[open]").count() == 0
    assert page.evaluate("document.activeElement.matches('.toc > summary')")


def test_the_account_menu_folds_with_escape(company, person):
    someone = person(company, "Loïc Perdrix")
    page = someone.page
    someone.go("/")
    page.wait_for_load_state("networkidle")
    page.locator(".me > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".me a[href='/accounts']").is_visible()
    check(page)
    page.keyboard.press("Escape")
    assert not page.locator(".me a[href='/accounts']").is_visible()
    assert page.evaluate("document.activeElement.matches('.me > summary')")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_palette_goes_to_every_page(company, person, width):
    someone = person(company, "Camille Aubrac", width=width, height=600)
    page = someone.page
    someone.go("/briefings")
    page.wait_for_load_state("networkidle")
    listed = page.eval_on_selector_all(".toc nav a", "links => links.map(link => link.getAttribute('href'))")
    page.keyboard.press("Control+k")
    page.locator("dialog[open] input").wait_for()
    known = page.eval_on_selector_all("#palette .pr a", "links => links.map(link => link.getAttribute('href'))")
    assert set(listed) | {"/inbox", "/account"} <= set(known)
    page.keyboard.type("preuves")
    page.wait_for_function("document.querySelector('#palette .first')?.getAttribute('href') === '/projects/value'")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/projects/value")


def test_the_masthead_is_not_printed(company, person):
    someone = person(company, "Camille Aubrac")
    someone.go("/briefings")
    someone.page.emulate_media(media="print")
    for part in [".mast", ".rule", "nav.rooms", "nav.pages", ".toc"]:
        assert not someone.page.locator(part).is_visible(), part
