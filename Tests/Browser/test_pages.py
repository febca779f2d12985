"""Every kind of page: no accessibility violation, no sideways scroll, no small print, no complaint of the browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from pages import kinds_of_pages

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LAYOUT = """() => {
  const wide = [], small = new Set(), ids = {}, width = document.documentElement.clientWidth;
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (element.id) ids[element.id] = (ids[element.id] || 0) + 1;
    if (box.right > width + 1 && box.width > 0 && !element.closest('.scroll, .tabs, dialog, .vh, .skip'))
      wide.push(`${element.tagName}.${element.getAttribute('class') ?? ''} to ${Math.round(box.right)}`);
    const speaks = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (speaks && box.width > 1 && box.height > 1 && parseFloat(getComputedStyle(element).fontSize) < 12)
      small.add(`${element.tagName}.${element.getAttribute('class') ?? ''}`);
  }
  return {scrolls: document.documentElement.scrollWidth > width, wide: wide.slice(0, 6), small: [...small],
          twice: Object.keys(ids).filter(id => ids[id] > 1)};
}"""


@pytest.fixture(scope="module")
def kinds(browser, company):
    from people import Person

    found = {}
    for name in ["Camille Aubrac", "Oriane Keller", "Nour Castel", "Loïc Perdrix"]:
        someone = Person(browser, company.url, name)
        for kind, path in kinds_of_pages(someone).items():
            found.setdefault(kind, (name, path))
        someone.context.close()
    assert len(found) >= 10, f"only {len(found)} kinds of pages were found: {list(found)}"
    return found


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_accessibility_violation(company, browser, person, kinds, theme, width):
    axe = Axe()
    problems = []
    people = {}
    for kind, (name, path) in {**kinds, "/sign-in": (None, "/sign-in")}.items():
        someone = people.get(name) or person(company, name, theme=theme, width=width)
        people[name] = someone
        someone.go(path)
        result = axe.run(someone.page, options={"runOnly": RULES, "resultTypes": ["violations"]})
        for violation in result.response["violations"]:
            nodes = "; ".join(str(node["target"]) for node in violation["nodes"][:3])
            problems.append(f"{kind} ({name}, {path}): {violation['id']}: {violation['help']}: {nodes}")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_no_sideways_scroll_no_small_print_no_id_twice(company, person, kinds, width):
    problems = []
    people = {}
    for kind, (name, path) in kinds.items():
        someone = people.get(name) or person(company, name, width=width)
        people[name] = someone
        someone.go(path)
        layout = someone.page.evaluate(LAYOUT)
        if layout["scrolls"]:
            problems.append(f"{kind} ({path}) scrolls sideways: {layout['wide']}")
        if layout["small"]:
            problems.append(f"{kind} ({path}) has text under 12 px: {layout['small']}")
        if layout["twice"]:
            problems.append(f"{kind} ({path}) uses an id twice: {layout['twice']}")
    assert not problems, "\n".join(problems)


def test_pictures_of_every_page(company, browser, kinds, shots):
    """Looked at by people, beside the drawings; here it is enough that every page can be drawn."""
    from people import Person

    looks = {
        "light": {}, "dark": {"theme": "dark"}, "phone": {"width": 390, "height": 844}, "en": {"language": "en"},
    }
    for look, options in looks.items():
        people = {}
        for kind, (name, path) in {**kinds, "/sign-in": (None, "/sign-in")}.items():
            if name not in people:
                people[name] = Person(browser, company.url, name, **options)
            people[name].go(path)
            file = kind.strip("/").replace("/", "-").replace(":", "") or "home"
            people[name].page.screenshot(path=shots / f"{file}-{look}.png", full_page=True)
        for someone in people.values():
            someone.context.close()
    camille = Person(browser, company.url, "Camille Aubrac")
    camille.go("/")
    camille.page.screenshot(path=shots / "readme.png")
    camille.context.close()
    assert (shots / "home-light.png").stat().st_size > 20_000
