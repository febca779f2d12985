"""The board: one stop of the tab key, arrows from number to number, strings that light up, and one sheet of paper."""

import re
import subprocess


def focused(page):
    return page.evaluate("document.activeElement.matches('.board a.c')")


def test_arrows_lead_from_number_to_number_and_enter_to_the_strings(company, person):
    someone = person(company, "Nour Castel")
    page = someone.page
    someone.go("/board")
    page.wait_for_function("document.querySelectorAll('.board table a[tabindex=\"0\"]').length === 1")
    assert page.locator(".knot").count() == 0
    page.locator(".board table a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.closest('td.ld') !== null"), "right of a team's name stands its load"
    page.keyboard.press("ArrowRight")
    assert focused(page), "right of its load stands what it gives"
    page.keyboard.press("ArrowDown")
    assert focused(page), "below a number stands another"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "week=" in page.url
    knots = page.locator(".knot").count()
    assert knots > 0 and knots == page.locator("#lists tr .key").count()


def test_a_string_lights_up_with_its_letter_and_its_row(company, person):
    someone = person(company, "Camille Aubrac")
    page = someone.page
    someone.go("/board?scope=mine")
    page.wait_for_function("document.querySelectorAll('.board table a[tabindex=\"0\"]').length === 1")
    page.locator(".knot").first.focus()
    page.locator("#lists tr.lit").wait_for()
    assert page.locator(".cords path.lit").count() == 1
    page.keyboard.press("Enter")
    assert re.search(r"#d-[0-9a-f-]{36}$", page.url)


def test_works_without_scripts(company, person):
    someone = person(company, "Camille Aubrac", scripts=False)
    page = someone.page
    someone.go("/board")
    page.locator(".board tbody th a", has_text="Bulletins").click()
    assert page.locator(".knot").count() > 0
    page.locator("#lists details.why summary").first.click()
    assert page.locator("#lists details.why[open] .calc").is_visible()


def test_prints_on_one_sheet_in_landscape(company, person, shots):
    someone = person(company, "Camille Aubrac")
    someone.go("/board?scope=mine")
    file = shots / "board.pdf"
    someone.page.pdf(path=file, prefer_css_page_size=True)
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    size = next(line for line in info.splitlines() if line.startswith("Page size"))
    width, height = (float(number) for number in re.findall(r"[\d.]+", size)[:2])
    assert width > height and "A4" in size, size
    first = subprocess.run(
        ["pdftotext", "-l", "1", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    # A table that is split prints its foot twice: a row near its end says whether it is whole.
    assert "Moteur de paie" in first and "Facturation" in first and "Hors de l" in first, "the board is split"
