"""A change by one person appears on another's open page within a second, from one node or two. On a machine that is busy
with something else a page itself takes long: the second begins after the time that three pages take at that moment."""

import time

from path import answer, point_out, start_briefing


def within_a_second(page, text):
    began = time.monotonic()
    page.get_by_text(text).first.wait_for()
    took = time.monotonic() - began
    began = time.monotonic()
    assert page.request.get(page.url).ok
    assert took < 1 + 3 * (time.monotonic() - began), f"it took {took:.2f} s"


def test_a_commitment_appears_on_the_open_briefing_of_the_other_team(demo, person):
    asker = person(demo, "Camille Aubrac")
    briefing = start_briefing(asker, "Ce que l’on voit tout de suite")
    dependency = point_out(asker, briefing, "La liste des rubriques")
    asker.go(briefing)
    giver = person(demo, "Yanis Corbel")
    giver.go(dependency)
    answer(giver, dependency, "commitment", committed_for="2026-05-15", effort_days="2")
    within_a_second(asker.page, "Engagée")


def test_a_commitment_on_one_node_appears_on_the_page_of_another(demo, person):
    if demo.engine == "sqlite":
        return  # one file, one node
    other = demo.another_node()
    try:
        asker = person(demo, "Camille Aubrac")
        briefing = start_briefing(asker, "Deux nœuds, une base")
        dependency = point_out(asker, briefing, "La liste des conventions")
        asker.go(briefing)
        giver = person(other, "Yanis Corbel")
        answer(giver, dependency, "commitment", committed_for="2026-05-15", effort_days="2")
        within_a_second(asker.page, "Engagée")
    finally:
        other.stop()


def test_a_page_hears_again_after_its_node_was_started_again(company, person):
    asker = person(company, "Camille Aubrac")
    briefing = start_briefing(asker, "Après un redémarrage")
    dependency = point_out(asker, briefing, "Le nom de chaque rubrique")
    asker.go(briefing)
    took = company.restart()
    assert took < 6, f"with a page open, the node took {took:.1f} s to stop"
    asker.complaints.clear()  # the lost connection is written to the console
    asker.page.wait_for_timeout(4_000)
    giver = person(company, "Yanis Corbel")
    answer(giver, dependency, "commitment", committed_for="2026-05-15", effort_days="2")
    within_a_second(asker.page, "Engagée")
    asker.complaints.clear()
