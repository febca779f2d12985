"""The final presentation: prepared, led from the keyboard, followed from a telephone, printed, published."""

import re
import subprocess

import pytest

from server import Demo, run
from test_print import LIMITS, TEXT, words, write

DAY = "2026-03-26"
PATH = "/presentations/2026-Q2"
SIZES = [(1024, 768), (1280, 720), (1440, 900), (1920, 1080), (2560, 1440)]
OVERFLOW = """() => {
  const tall = document.documentElement.scrollHeight - innerHeight, out = [];
  for (const slide of document.querySelectorAll('.slide')) {
    const edge = slide.getBoundingClientRect();
    if (slide.scrollHeight > slide.clientHeight + 1) out.push(`the slide by ${slide.scrollHeight - slide.clientHeight}`);
    const below = slide.querySelector('.ask-here')?.getBoundingClientRect().top ?? edge.bottom;
    for (const part of slide.querySelectorAll('.inis li, .inis li *, header *')) {
      const box = part.getBoundingClientRect();
      if (box.bottom > below + 1 || box.right > edge.right + 1)
        out.push(`${part.tagName} ${part.className.baseVal ?? part.className} to ${Math.round(box.right)}, ${Math.round(box.bottom)}`);
    }
  }
  return {tall, out: out.slice(0, 5)};
}"""


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    """The company on the day, with a team whose briefings are at every limit, three of them and one more."""
    demo = Demo("sqlite", DAY)
    folder = tmp_path_factory.mktemp("limits")
    write(folder, "units", [
        {"code": "limites", "kind": "team", "parent": "paie", "name": "Limites et longueurs", "lead": "camille.aubrac"},
    ])
    rows = [
        {"ref": f"limit-{language}-{n}", "cycle": "2026-Q2", "team": "limites", "owner": "camille.aubrac",
         "state": "presented", "submitted_at": "2026-02-12T10:00:00Z", "source_kind": "data", "appetite_days": 60,
         "decision_code": "strategy", "decision_reason": words(language, 400), "decided_by": "hana.diallo",
         "decided_on": "2026-03-20", **{field: words(language, limit) for field, limit in LIMITS.items()}}
        for n, language in enumerate([*TEXT, *TEXT])
    ]
    rows[0]["intention"] = "Passer de 1 234 567 à 1 123 456 " + words("fr", 800)
    write(folder, "briefings", rows)
    write(folder, "dependencies", [
        {"ref": f"{row['ref']}-{n}", "briefing": row["ref"], "giving_team": "moteur", "what": words("fr", 280),
         "type": "deliverable", "criticality": "blocking", "needed_by": "2026-05-20", "status": status,
         "committed_for": "2026-05-20" if status == "committed" else "",
         "decline_code": "capacity" if status == "declined" else "",
         "mitigation": words("fr", 200) if status == "declined" else "", "contact": "wassim.ferhat"}
        for row in rows for n, status in enumerate(["pointed_out", "committed", "declined"])
    ])
    demo.take(folder)
    demo.restart()
    yield demo
    demo.stop()


def slides(page):
    return page.evaluate("async path => (await (await fetch(path)).text()).match(/<section class=.slide/g).length", f"{PATH}/deck")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_slide_overflows_at_any_limit_on_any_screen(stage, person, language):
    someone = person(stage, "Camille Aubrac", language=language)
    someone.go(PATH)
    count = slides(someone.page)
    assert count >= 22
    problems = []
    for width, height in SIZES:
        someone.page.set_viewport_size({"width": width, "height": height})
        for number in range(1, count + 1):
            someone.go(f"{PATH}/slides?slide={number}")
            found = someone.page.evaluate(OVERFLOW)
            if found["tall"] > 0 or found["out"]:
                name = someone.page.locator("h1").inner_text()
                problems.append(f"{name} at {width} x {height}: {found}")
    assert not problems, "\n".join(problems[:10])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_deck_prints_one_slide_a_page(stage, person, shots, language):
    someone = person(stage, "Camille Aubrac", language=language)
    someone.go(f"{PATH}/deck")
    count = someone.page.locator("section.slide").count()
    file = shots / f"presentation-{language}.pdf"
    someone.page.pdf(path=file, prefer_css_page_size=True, print_background=False)
    info = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
    facts = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
    assert facts["Pages"].strip() == str(count), f"{facts['Pages'].strip()} pages for {count} slides"
    width, height = map(float, re.findall(r"[\d.]+", facts["Page size"])[:2])
    assert (round(width), round(height)) == (842, 595), facts["Page size"]
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    for number, sheet in enumerate(text.split("\f")[:count]):
        assert re.search(rf"\d+ (sur|of) \d+", sheet), f"page {number + 1} has no head: {sheet[:200]}"
    # Nothing is cut off at the bottom of a page.
    someone.page.emulate_media(media="print")
    someone.page.set_viewport_size({"width": 1032, "height": 700})
    cut = someone.page.evaluate(
        "() => [...document.querySelectorAll('.slide')].filter(s => s.scrollHeight > s.clientHeight + 1).map(s => s.ariaLabel)")
    assert not cut, f"cut off: {cut}"


def test_the_day_itself(stage, browser, person, shots):
    camille = person(stage, "Camille Aubrac")
    camille.go(PATH)
    link = camille.page.locator("#guest-link").input_value()
    with camille.page.expect_navigation():
        camille.page.get_by_role("button", name="Commencer la présentation").click()
    camille.page.wait_for_url(re.compile(r"/slides$"))
    first = camille.page.locator("h1").inner_text()
    lison = person(stage, "Lison Perrault", width=390, height=844)
    lison.go(f"{PATH}/follow")
    assert lison.page.locator("h1").inner_text() == first
    guest = person(stage, None, language="en", width=390, height=844)
    guest.go(link[len(stage.url):])
    assert guest.page.locator("h1").inner_text() == first
    camille.page.wait_for_timeout(800)
    camille.page.keyboard.press("ArrowRight")
    camille.page.wait_for_function("first => document.querySelector('h1').innerText !== first", arg=first)
    second = camille.page.locator("h1").inner_text()
    for viewer in (lison, guest):
        viewer.page.wait_for_function("name => document.querySelector('h1').innerText === name", arg=second)
    # The clock stands still with the space bar, and goes on.
    camille.page.keyboard.press("Space")
    camille.page.get_by_role("button", name="Reprendre").wait_for()
    camille.page.keyboard.press("Space")
    camille.page.get_by_role("button", name="Pause").wait_for()
    lison.page.get_by_label("Votre question").fill("Et pour les apprentis ?")
    with lison.page.expect_navigation():
        lison.page.get_by_role("button", name="Demander").click()
    guest.page.get_by_text("Et pour les apprentis").wait_for()
    with guest.page.expect_navigation():
        guest.page.get_by_role("button", name="Me too").click()
    vote = guest.page.locator("#team-form")
    vote.get_by_label("4").check()
    with guest.page.expect_navigation():
        vote.get_by_role("button", name="Vote").click()
    assert guest.page.locator("#team-voted").is_visible()
    assert not guest.page.locator("#team-form").is_visible()
    camille.page.screenshot(path=shots / "presentation-stage.png")
    lison.page.screenshot(path=shots / "presentation-follow.png", full_page=True)
    camille.go(f"{PATH}/prompter")
    camille.page.screenshot(path=shots / "presentation-prompter.png")
    assert camille.page.get_by_text("Et pour les apprentis").is_visible()
    # Goes to the last team, then ends: everybody's page turns by itself.
    with camille.page.expect_navigation():
        camille.page.locator(".order button").last.click()
    camille.page.wait_for_timeout(800)
    camille.page.get_by_role("button", name="Suite").click()
    end = camille.page.get_by_role("button", name="Terminer et publier")
    end.wait_for()
    with camille.page.expect_navigation():
        end.click()
    lison.page.wait_for_url(re.compile(r"/presentations/2026-Q2$"))
    assert lison.page.get_by_text("ne change plus").is_visible()
    guest.page.get_by_text("changes no more").wait_for()
    lison.page.screenshot(path=shots / "presentation-published.png", full_page=True)
