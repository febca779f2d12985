"""Every kind of page there is, found by following links as different people do."""

import re
from urllib.parse import urlsplit

# One's own briefings first, so that the pages of one that may be written are among them.
STARTS = [
    "/", "/briefings?view=mine", "/briefings", "/dependencies", "/board", "/board?team=bulletins",
    "/board/matrix", "/alignment", "/decisions", "/presentations/2026-Q1", "/presentations/2026-Q1/slides",
    "/topics", "/topics/new", "/brainstorms", "/requests", "/requests/new", "/requests/duty", "/requests/charter",
    "/decisions/pending", "/mercato", "/mercato/2026-Q1", "/mercato/2026-Q1/calculation",
    "/mercato/2026-Q1/letter", "/mercato/2026-Q1/ballots", "/mercato/2026-Q2/table", "/mercato/history",
    "/calendar", "/people", "/search?q=paie", "/account",
    "/playbooks", "/playbooks/reliance", "/projects", "/projects/new", "/projects/share-out", "/projects/value",
    "/incidents", "/incidents/new",
]
IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Each of these pages is the same page for every name in that place.
NAMED = re.compile(r"^/(teams|people|units|cycles|alignment|presentations|brainstorms)/(?!new\b|choice\b)[^/]+")


def kind(path):
    """The address with what names one thing left out: /briefings/0190…/edit is /briefings/:id/edit."""
    path = IDENTIFIER.sub(":id", path)
    path = NAMED.sub(lambda found: f"/{found[1]}/:id", path)
    return re.sub(r"/versions/\d+(\.\.\d+)?", "/versions/:n", path)


def links(page):
    """The pages of this site that a page links to, without assets, feeds and files."""
    # A link in a drawing has an object for its address.
    address = "link => new URL(link.getAttribute('href'), document.baseURI).href"
    found = page.eval_on_selector_all("a[href]", f"links => links.map({address})")
    own = urlsplit(page.url)
    paths = []
    for href in found:
        address = urlsplit(href)
        if (address.scheme, address.netloc) != (own.scheme, own.netloc):
            continue
        if address.path.startswith(("/assets/", "/api/")) or address.path.endswith((".ics", ".json")):
            continue
        paths.append(address.path)
    return paths


def kinds_of_pages(person, limit=80):
    """One address of each kind of page that the person can reach, in the order they are met."""
    met = {}
    seen = set()
    waiting = list(STARTS)
    while waiting and len(met) < limit:
        path = waiting.pop(0)
        name = kind(urlsplit(path).path)
        if path in seen or (name in met and path not in STARTS):
            continue
        seen.add(path)
        answer = person.go(path)
        met[name] = path
        assert answer.status < 500, f"{path} answered {answer.status}"
        if answer.status >= 400:
            del met[name]
            continue
        waiting += links(person.page)
    return met
