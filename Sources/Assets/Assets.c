// Written by bin/assets; do not edit.
#include "Assets.h"
static const unsigned char f1[] = {
#embed "Demo/actions.csv"
};
static const unsigned char f2[] = {
#embed "Demo/axes.csv"
};
static const unsigned char f3[] = {
#embed "Demo/ballots.csv"
};
static const unsigned char f4[] = {
#embed "Demo/brainstorms.csv"
};
static const unsigned char f5[] = {
#embed "Demo/briefings.csv"
};
static const unsigned char f6[] = {
#embed "Demo/candidates.csv"
};
static const unsigned char f7[] = {
#embed "Demo/cast.csv"
};
static const unsigned char f8[] = {
#embed "Demo/clusters.csv"
};
static const unsigned char f9[] = {
#embed "Demo/comments.csv"
};
static const unsigned char f10[] = {
#embed "Demo/conditions.csv"
};
static const unsigned char f11[] = {
#embed "Demo/confidence.csv"
};
static const unsigned char f12[] = {
#embed "Demo/cycles.csv"
};
static const unsigned char f13[] = {
#embed "Demo/decisions.csv"
};
static const unsigned char f14[] = {
#embed "Demo/dependencies.csv"
};
static const unsigned char f15[] = {
#embed "Demo/duty.csv"
};
static const unsigned char f16[] = {
#embed "Demo/editions.csv"
};
static const unsigned char f17[] = {
#embed "Demo/evidence.csv"
};
static const unsigned char f18[] = {
#embed "Demo/experiments.csv"
};
static const unsigned char f19[] = {
#embed "Demo/feedback.csv"
};
static const unsigned char f20[] = {
#embed "Demo/fields.csv"
};
static const unsigned char f21[] = {
#embed "Demo/ideas.csv"
};
static const unsigned char f22[] = {
#embed "Demo/incident_actions.csv"
};
static const unsigned char f23[] = {
#embed "Demo/incidents.csv"
};
static const unsigned char f24[] = {
#embed "Demo/meetings.csv"
};
static const unsigned char f25[] = {
#embed "Demo/memberships.csv"
};
static const unsigned char f26[] = {
#embed "Demo/mercatos.csv"
};
static const unsigned char f27[] = {
#embed "Demo/moves.csv"
};
static const unsigned char f28[] = {
#embed "Demo/occurrences.csv"
};
static const unsigned char f29[] = {
#embed "Demo/outcomes.csv"
};
static const unsigned char f30[] = {
#embed "Demo/people.csv"
};
static const unsigned char f31[] = {
#embed "Demo/playbooks.csv"
};
static const unsigned char f32[] = {
#embed "Demo/postmortems.csv"
};
static const unsigned char f33[] = {
#embed "Demo/preferences.csv"
};
static const unsigned char f34[] = {
#embed "Demo/presentations.csv"
};
static const unsigned char f35[] = {
#embed "Demo/projects.csv"
};
static const unsigned char f36[] = {
#embed "Demo/questions.csv"
};
static const unsigned char f37[] = {
#embed "Demo/requests.csv"
};
static const unsigned char f38[] = {
#embed "Demo/retrospectives.csv"
};
static const unsigned char f39[] = {
#embed "Demo/reviews.csv"
};
static const unsigned char f40[] = {
#embed "Demo/reworks.csv"
};
static const unsigned char f41[] = {
#embed "Demo/roles.csv"
};
static const unsigned char f42[] = {
#embed "Demo/sharing.csv"
};
static const unsigned char f43[] = {
#embed "Demo/signals.csv"
};
static const unsigned char f44[] = {
#embed "Demo/timeline.csv"
};
static const unsigned char f45[] = {
#embed "Demo/topics.csv"
};
static const unsigned char f46[] = {
#embed "Demo/units.csv"
};
static const unsigned char f47[] = {
#embed "Demo/views.csv"
};
static const unsigned char f48[] = {
#embed "Demo/waves.csv"
};
static const unsigned char f49[] = {
#embed "Migrations/0001_spine.sql"
};
static const unsigned char f50[] = {
#embed "Migrations/0003_meeting.sql"
};
static const unsigned char f51[] = {
#embed "Migrations/0004_presentation.sql"
};
static const unsigned char f52[] = {
#embed "Migrations/0005_outcome.sql"
};
static const unsigned char f53[] = {
#embed "Migrations/0006_silent.sql"
};
static const unsigned char f54[] = {
#embed "Migrations/0007_spine.sql"
};
static const unsigned char f55[] = {
#embed "Migrations/0008_reminder.sql"
};
static const unsigned char f56[] = {
#embed "Migrations/0009_decided.sql"
};
static const unsigned char f57[] = {
#embed "Migrations/0010_request.sql"
};
static const unsigned char f58[] = {
#embed "Migrations/0011_topic.sql"
};
static const unsigned char f59[] = {
#embed "Migrations/0012_mercato.sql"
};
static const unsigned char f60[] = {
#embed "Migrations/0014_playbook.sql"
};
static const unsigned char f61[] = {
#embed "Migrations/0015_turn.sql"
};
static const unsigned char f62[] = {
#embed "Migrations/0016_project.sql"
};
static const unsigned char f63[] = {
#embed "Migrations/0017_incident.sql"
};
static const unsigned char f64[] = {
#embed "Migrations/0018_brainstorm.sql"
};
static const unsigned char f65[] = {
#embed "Migrations/0019_kept.sql"
};
static const unsigned char f66[] = {
#embed "Migrations/0020_asked.sql"
};
static const unsigned char f67[] = {
#embed "Migrations/0021_vote.sql"
};
static const unsigned char f68[] = {
#embed "Migrations/0023_follow.sql"
};
static const unsigned char f69[] = {
#embed "Migrations/0024_outbox.sql"
};
static const unsigned char f70[] = {
#embed "Migrations/0025_states.postgres.sql"
};
static const unsigned char f71[] = {
#embed "Migrations/0025_states.sqlite.sql"
};
static const unsigned char f72[] = {
#embed "Migrations/0026_open.sql"
};
static const unsigned char f73[] = {
#embed "Migrations/0027_axis.sql"
};
static const unsigned char f74[] = {
#embed "Migrations/0028_follow.sql"
};
static const unsigned char f75[] = {
#embed "Migrations/0029_door.sql"
};
static const unsigned char f76[] = {
#embed "Public/css/alignment.css"
};
static const unsigned char f77[] = {
#embed "Public/css/answers.css"
};
static const unsigned char f78[] = {
#embed "Public/css/base.css"
};
static const unsigned char f79[] = {
#embed "Public/css/board.css"
};
static const unsigned char f80[] = {
#embed "Public/css/brainstorm.css"
};
static const unsigned char f81[] = {
#embed "Public/css/briefings.css"
};
static const unsigned char f82[] = {
#embed "Public/css/calendar.css"
};
static const unsigned char f83[] = {
#embed "Public/css/components.css"
};
static const unsigned char f84[] = {
#embed "Public/css/decisions.css"
};
static const unsigned char f85[] = {
#embed "Public/css/dependencies.css"
};
static const unsigned char f86[] = {
#embed "Public/css/home.css"
};
static const unsigned char f87[] = {
#embed "Public/css/incidents.css"
};
static const unsigned char f88[] = {
#embed "Public/css/mercato.css"
};
static const unsigned char f89[] = {
#embed "Public/css/organisation.css"
};
static const unsigned char f90[] = {
#embed "Public/css/outcome.css"
};
static const unsigned char f91[] = {
#embed "Public/css/playbooks.css"
};
static const unsigned char f92[] = {
#embed "Public/css/presentation.css"
};
static const unsigned char f93[] = {
#embed "Public/css/projects.css"
};
static const unsigned char f94[] = {
#embed "Public/css/requests.css"
};
static const unsigned char f95[] = {
#embed "Public/css/search.css"
};
static const unsigned char f96[] = {
#embed "Public/css/tokens.css"
};
static const unsigned char f97[] = {
#embed "Public/css/topics.css"
};
static const unsigned char f98[] = {
#embed "Public/icons.svg"
};
static const unsigned char f99[] = {
#embed "Public/js/app.js"
};
static const unsigned char f100[] = {
#embed "Public/js/autosave.js"
};
static const unsigned char f101[] = {
#embed "Public/js/ballot.js"
};
static const unsigned char f102[] = {
#embed "Public/js/board.js"
};
static const unsigned char f103[] = {
#embed "Public/js/count.js"
};
static const unsigned char f104[] = {
#embed "Public/js/fold.js"
};
static const unsigned char f105[] = {
#embed "Public/js/follow.js"
};
static const unsigned char f106[] = {
#embed "Public/js/inplace.js"
};
static const unsigned char f107[] = {
#embed "Public/js/live.js"
};
static const unsigned char f108[] = {
#embed "Public/js/mention.js"
};
static const unsigned char f109[] = {
#embed "Public/js/palette.js"
};
static const unsigned char f110[] = {
#embed "Public/js/print.js"
};
static const unsigned char f111[] = {
#embed "Public/js/rows.js"
};
static const unsigned char f112[] = {
#embed "Public/js/similar.js"
};
static const unsigned char f113[] = {
#embed "Public/js/slides.js"
};
static const unsigned char f114[] = {
#embed "Public/js/theme.js"
};
static const unsigned char f115[] = {
#embed "Public/js/timer.js"
};
static const unsigned char f116[] = {
#embed "Public/js/total.js"
};
static const unsigned char f117[] = {
#embed "Public/js/triage.js"
};
static const unsigned char f118[] = {
#embed "Public/js/turn.js"
};
static const unsigned char f119[] = {
#embed "Public/js/wall.js"
};
static const unsigned char f120[] = {
#embed "Public/logo.svg"
};
static const unsigned char f121[] = {
#embed "Starters/playbooks.en.csv"
};
static const unsigned char f122[] = {
#embed "Starters/playbooks.fr.csv"
};
static const RouageAsset assets[] = {
    {"Demo/actions.csv", f1, sizeof f1},
    {"Demo/axes.csv", f2, sizeof f2},
    {"Demo/ballots.csv", f3, sizeof f3},
    {"Demo/brainstorms.csv", f4, sizeof f4},
    {"Demo/briefings.csv", f5, sizeof f5},
    {"Demo/candidates.csv", f6, sizeof f6},
    {"Demo/cast.csv", f7, sizeof f7},
    {"Demo/clusters.csv", f8, sizeof f8},
    {"Demo/comments.csv", f9, sizeof f9},
    {"Demo/conditions.csv", f10, sizeof f10},
    {"Demo/confidence.csv", f11, sizeof f11},
    {"Demo/cycles.csv", f12, sizeof f12},
    {"Demo/decisions.csv", f13, sizeof f13},
    {"Demo/dependencies.csv", f14, sizeof f14},
    {"Demo/duty.csv", f15, sizeof f15},
    {"Demo/editions.csv", f16, sizeof f16},
    {"Demo/evidence.csv", f17, sizeof f17},
    {"Demo/experiments.csv", f18, sizeof f18},
    {"Demo/feedback.csv", f19, sizeof f19},
    {"Demo/fields.csv", f20, sizeof f20},
    {"Demo/ideas.csv", f21, sizeof f21},
    {"Demo/incident_actions.csv", f22, sizeof f22},
    {"Demo/incidents.csv", f23, sizeof f23},
    {"Demo/meetings.csv", f24, sizeof f24},
    {"Demo/memberships.csv", f25, sizeof f25},
    {"Demo/mercatos.csv", f26, sizeof f26},
    {"Demo/moves.csv", f27, sizeof f27},
    {"Demo/occurrences.csv", f28, sizeof f28},
    {"Demo/outcomes.csv", f29, sizeof f29},
    {"Demo/people.csv", f30, sizeof f30},
    {"Demo/playbooks.csv", f31, sizeof f31},
    {"Demo/postmortems.csv", f32, sizeof f32},
    {"Demo/preferences.csv", f33, sizeof f33},
    {"Demo/presentations.csv", f34, sizeof f34},
    {"Demo/projects.csv", f35, sizeof f35},
    {"Demo/questions.csv", f36, sizeof f36},
    {"Demo/requests.csv", f37, sizeof f37},
    {"Demo/retrospectives.csv", f38, sizeof f38},
    {"Demo/reviews.csv", f39, sizeof f39},
    {"Demo/reworks.csv", f40, sizeof f40},
    {"Demo/roles.csv", f41, sizeof f41},
    {"Demo/sharing.csv", f42, sizeof f42},
    {"Demo/signals.csv", f43, sizeof f43},
    {"Demo/timeline.csv", f44, sizeof f44},
    {"Demo/topics.csv", f45, sizeof f45},
    {"Demo/units.csv", f46, sizeof f46},
    {"Demo/views.csv", f47, sizeof f47},
    {"Demo/waves.csv", f48, sizeof f48},
    {"Migrations/0001_spine.sql", f49, sizeof f49},
    {"Migrations/0003_meeting.sql", f50, sizeof f50},
    {"Migrations/0004_presentation.sql", f51, sizeof f51},
    {"Migrations/0005_outcome.sql", f52, sizeof f52},
    {"Migrations/0006_silent.sql", f53, sizeof f53},
    {"Migrations/0007_spine.sql", f54, sizeof f54},
    {"Migrations/0008_reminder.sql", f55, sizeof f55},
    {"Migrations/0009_decided.sql", f56, sizeof f56},
    {"Migrations/0010_request.sql", f57, sizeof f57},
    {"Migrations/0011_topic.sql", f58, sizeof f58},
    {"Migrations/0012_mercato.sql", f59, sizeof f59},
    {"Migrations/0014_playbook.sql", f60, sizeof f60},
    {"Migrations/0015_turn.sql", f61, sizeof f61},
    {"Migrations/0016_project.sql", f62, sizeof f62},
    {"Migrations/0017_incident.sql", f63, sizeof f63},
    {"Migrations/0018_brainstorm.sql", f64, sizeof f64},
    {"Migrations/0019_kept.sql", f65, sizeof f65},
    {"Migrations/0020_asked.sql", f66, sizeof f66},
    {"Migrations/0021_vote.sql", f67, sizeof f67},
    {"Migrations/0023_follow.sql", f68, sizeof f68},
    {"Migrations/0024_outbox.sql", f69, sizeof f69},
    {"Migrations/0025_states.postgres.sql", f70, sizeof f70},
    {"Migrations/0025_states.sqlite.sql", f71, sizeof f71},
    {"Migrations/0026_open.sql", f72, sizeof f72},
    {"Migrations/0027_axis.sql", f73, sizeof f73},
    {"Migrations/0028_follow.sql", f74, sizeof f74},
    {"Migrations/0029_door.sql", f75, sizeof f75},
    {"Public/css/alignment.css", f76, sizeof f76},
    {"Public/css/answers.css", f77, sizeof f77},
    {"Public/css/base.css", f78, sizeof f78},
    {"Public/css/board.css", f79, sizeof f79},
    {"Public/css/brainstorm.css", f80, sizeof f80},
    {"Public/css/briefings.css", f81, sizeof f81},
    {"Public/css/calendar.css", f82, sizeof f82},
    {"Public/css/components.css", f83, sizeof f83},
    {"Public/css/decisions.css", f84, sizeof f84},
    {"Public/css/dependencies.css", f85, sizeof f85},
    {"Public/css/home.css", f86, sizeof f86},
    {"Public/css/incidents.css", f87, sizeof f87},
    {"Public/css/mercato.css", f88, sizeof f88},
    {"Public/css/organisation.css", f89, sizeof f89},
    {"Public/css/outcome.css", f90, sizeof f90},
    {"Public/css/playbooks.css", f91, sizeof f91},
    {"Public/css/presentation.css", f92, sizeof f92},
    {"Public/css/projects.css", f93, sizeof f93},
    {"Public/css/requests.css", f94, sizeof f94},
    {"Public/css/search.css", f95, sizeof f95},
    {"Public/css/tokens.css", f96, sizeof f96},
    {"Public/css/topics.css", f97, sizeof f97},
    {"Public/icons.svg", f98, sizeof f98},
    {"Public/js/app.js", f99, sizeof f99},
    {"Public/js/autosave.js", f100, sizeof f100},
    {"Public/js/ballot.js", f101, sizeof f101},
    {"Public/js/board.js", f102, sizeof f102},
    {"Public/js/count.js", f103, sizeof f103},
    {"Public/js/fold.js", f104, sizeof f104},
    {"Public/js/follow.js", f105, sizeof f105},
    {"Public/js/inplace.js", f106, sizeof f106},
    {"Public/js/live.js", f107, sizeof f107},
    {"Public/js/mention.js", f108, sizeof f108},
    {"Public/js/palette.js", f109, sizeof f109},
    {"Public/js/print.js", f110, sizeof f110},
    {"Public/js/rows.js", f111, sizeof f111},
    {"Public/js/similar.js", f112, sizeof f112},
    {"Public/js/slides.js", f113, sizeof f113},
    {"Public/js/theme.js", f114, sizeof f114},
    {"Public/js/timer.js", f115, sizeof f115},
    {"Public/js/total.js", f116, sizeof f116},
    {"Public/js/triage.js", f117, sizeof f117},
    {"Public/js/turn.js", f118, sizeof f118},
    {"Public/js/wall.js", f119, sizeof f119},
    {"Public/logo.svg", f120, sizeof f120},
    {"Starters/playbooks.en.csv", f121, sizeof f121},
    {"Starters/playbooks.fr.csv", f122, sizeof f122},
    {0, 0, 0}};
const RouageAsset *rouage_assets(void) { return assets; }
