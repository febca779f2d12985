"""The main path, by people: a briefing is written, submitted, answered by the other side, and the home shows it."""

import pytest

from path import answer, point_out, start_briefing, submit, write_fields


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_team_writes_a_briefing_and_another_team_commits(demo, person, language):
    asker = person(demo, "Camille Aubrac", language=language)
    title = {"fr": "Un relevé annuel en une page", "en": "A yearly statement on one page"}[language]
    briefing = start_briefing(asker, title)

    def is_whole(answer):
        request = answer.request
        return "x-autosave" in request.headers and "Dire+en+une+phrase" in (request.post_data or "")

    with asker.page.expect_response(is_whole) as kept:
        write_fields(asker)
    assert kept.value.ok, f"autosave answered {kept.value.status}"
    asker.page.reload()
    assert asker.page.locator("[name=intention]").input_value().startswith("Dire en une phrase"), (
        "what autosave kept is not there after a reload"
    )

    what = {"fr": "Le total de l’année par rubrique", "en": "The total of the year by item"}[language]
    dependency = point_out(asker, briefing, what)
    submit(asker, briefing)
    assert asker.page.locator("form[action$='/submission']").count() == 0, "the briefing is still a draft"

    giver = person(demo, "Yanis Corbel", language=language)
    answer(giver, dependency, "commitment", committed_for="2026-05-15", effort_days="4")
    committed = {"fr": "Engagée", "en": "Committed"}[language]
    assert committed in giver.page.locator("main").inner_text()

    asker.go(briefing)
    row = asker.page.locator("#dependencies tr", has_text=what)
    assert committed in row.first.inner_text()
    asker.go("/dependencies?team=bulletins")
    assert what in asker.page.locator("main").inner_text()


def test_a_briefing_without_its_fields_is_refused_with_everything_kept(company, person):
    asker = person(company, "Camille Aubrac")
    briefing = start_briefing(asker, "Un briefing qui n’est pas fini")
    asker.page.locator("[name=problem]").fill("On ne sait pas encore à qui cela arrive.")
    with asker.page.expect_navigation():
        asker.page.locator("main form button.pri").first.click()
    submit(asker, briefing)
    alert = asker.page.locator("[role=alert]").first
    assert alert.is_visible()
    assert "On ne sait pas encore à qui cela arrive." in asker.page.locator("main").inner_text()
