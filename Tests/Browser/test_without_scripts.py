"""The main path with JavaScript switched off: links and forms only."""

from path import TEXTS, answer, point_out, start_briefing, submit, write_fields


def test_the_main_path_works_without_scripts(demo, person):
    asker = person(demo, "Camille Aubrac", scripts=False)
    briefing = start_briefing(asker, "Sans une ligne de script")
    write_fields(asker)
    with asker.page.expect_navigation():
        asker.page.locator("main form button.pri").first.click()
    asker.go(briefing)
    assert TEXTS["intention"] in asker.page.locator("main").inner_text()
    dependency = point_out(asker, briefing, "Les montants de l’an passé")
    submit(asker, briefing)
    assert asker.page.locator("form[action$='/submission']").count() == 0
    giver = person(demo, "Yanis Corbel", scripts=False)
    answer(giver, dependency, "commitment", committed_for="2026-05-15", effort_days="4")
    assert "Engagée" in giver.page.locator("main").inner_text()


def test_language_theme_and_search_work_without_scripts(company, person):
    someone = person(company, "Camille Aubrac", scripts=False)
    someone.go("/search?q=bulletin")
    assert someone.page.locator("main a[href^='/briefings/']").count() > 0
    someone.go("/")
    footer = someone.page.locator("footer")
    with someone.page.expect_navigation():
        footer.get_by_text("English").click()
    assert someone.page.locator("html").get_attribute("lang") == "en"
