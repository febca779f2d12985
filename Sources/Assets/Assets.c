// Written by bin/assets; do not edit.
#include "Assets.h"
static const unsigned char f1[] = {
#embed "Demo/actions.csv"
};
static const unsigned char f2[] = {
#embed "Demo/axes.csv"
};
static const unsigned char f3[] = {
#embed "Demo/briefings.csv"
};
static const unsigned char f4[] = {
#embed "Demo/cast.csv"
};
static const unsigned char f5[] = {
#embed "Demo/comments.csv"
};
static const unsigned char f6[] = {
#embed "Demo/cycles.csv"
};
static const unsigned char f7[] = {
#embed "Demo/decisions.csv"
};
static const unsigned char f8[] = {
#embed "Demo/dependencies.csv"
};
static const unsigned char f9[] = {
#embed "Demo/fields.csv"
};
static const unsigned char f10[] = {
#embed "Demo/meetings.csv"
};
static const unsigned char f11[] = {
#embed "Demo/memberships.csv"
};
static const unsigned char f12[] = {
#embed "Demo/moves.csv"
};
static const unsigned char f13[] = {
#embed "Demo/outcomes.csv"
};
static const unsigned char f14[] = {
#embed "Demo/people.csv"
};
static const unsigned char f15[] = {
#embed "Demo/retrospectives.csv"
};
static const unsigned char f16[] = {
#embed "Demo/reviews.csv"
};
static const unsigned char f17[] = {
#embed "Demo/roles.csv"
};
static const unsigned char f18[] = {
#embed "Demo/units.csv"
};
static const unsigned char f19[] = {
#embed "Demo/views.csv"
};
static const unsigned char f20[] = {
#embed "Migrations/0001_spine.sql"
};
static const unsigned char f21[] = {
#embed "Migrations/0003_meeting.sql"
};
static const unsigned char f22[] = {
#embed "Migrations/0005_outcome.sql"
};
static const unsigned char f23[] = {
#embed "Migrations/0006_silent.sql"
};
static const unsigned char f24[] = {
#embed "Migrations/0007_spine.sql"
};
static const unsigned char f25[] = {
#embed "Migrations/0008_reminder.sql"
};
static const unsigned char f26[] = {
#embed "Migrations/0009_decided.sql"
};
static const unsigned char f27[] = {
#embed "Public/css/alignment.css"
};
static const unsigned char f28[] = {
#embed "Public/css/answers.css"
};
static const unsigned char f29[] = {
#embed "Public/css/base.css"
};
static const unsigned char f30[] = {
#embed "Public/css/board.css"
};
static const unsigned char f31[] = {
#embed "Public/css/briefings.css"
};
static const unsigned char f32[] = {
#embed "Public/css/calendar.css"
};
static const unsigned char f33[] = {
#embed "Public/css/components.css"
};
static const unsigned char f34[] = {
#embed "Public/css/decisions.css"
};
static const unsigned char f35[] = {
#embed "Public/css/dependencies.css"
};
static const unsigned char f36[] = {
#embed "Public/css/home.css"
};
static const unsigned char f37[] = {
#embed "Public/css/organisation.css"
};
static const unsigned char f38[] = {
#embed "Public/css/outcome.css"
};
static const unsigned char f39[] = {
#embed "Public/css/search.css"
};
static const unsigned char f40[] = {
#embed "Public/css/tokens.css"
};
static const unsigned char f41[] = {
#embed "Public/icons.svg"
};
static const unsigned char f42[] = {
#embed "Public/js/app.js"
};
static const unsigned char f43[] = {
#embed "Public/js/autosave.js"
};
static const unsigned char f44[] = {
#embed "Public/js/board.js"
};
static const unsigned char f45[] = {
#embed "Public/js/count.js"
};
static const unsigned char f46[] = {
#embed "Public/js/live.js"
};
static const unsigned char f47[] = {
#embed "Public/js/mention.js"
};
static const unsigned char f48[] = {
#embed "Public/js/palette.js"
};
static const unsigned char f49[] = {
#embed "Public/js/print.js"
};
static const unsigned char f50[] = {
#embed "Public/js/rows.js"
};
static const unsigned char f51[] = {
#embed "Public/js/theme.js"
};
static const unsigned char f52[] = {
#embed "Public/logo.svg"
};
static const RouageAsset assets[] = {
    {"Demo/actions.csv", f1, sizeof f1},
    {"Demo/axes.csv", f2, sizeof f2},
    {"Demo/briefings.csv", f3, sizeof f3},
    {"Demo/cast.csv", f4, sizeof f4},
    {"Demo/comments.csv", f5, sizeof f5},
    {"Demo/cycles.csv", f6, sizeof f6},
    {"Demo/decisions.csv", f7, sizeof f7},
    {"Demo/dependencies.csv", f8, sizeof f8},
    {"Demo/fields.csv", f9, sizeof f9},
    {"Demo/meetings.csv", f10, sizeof f10},
    {"Demo/memberships.csv", f11, sizeof f11},
    {"Demo/moves.csv", f12, sizeof f12},
    {"Demo/outcomes.csv", f13, sizeof f13},
    {"Demo/people.csv", f14, sizeof f14},
    {"Demo/retrospectives.csv", f15, sizeof f15},
    {"Demo/reviews.csv", f16, sizeof f16},
    {"Demo/roles.csv", f17, sizeof f17},
    {"Demo/units.csv", f18, sizeof f18},
    {"Demo/views.csv", f19, sizeof f19},
    {"Migrations/0001_spine.sql", f20, sizeof f20},
    {"Migrations/0003_meeting.sql", f21, sizeof f21},
    {"Migrations/0005_outcome.sql", f22, sizeof f22},
    {"Migrations/0006_silent.sql", f23, sizeof f23},
    {"Migrations/0007_spine.sql", f24, sizeof f24},
    {"Migrations/0008_reminder.sql", f25, sizeof f25},
    {"Migrations/0009_decided.sql", f26, sizeof f26},
    {"Public/css/alignment.css", f27, sizeof f27},
    {"Public/css/answers.css", f28, sizeof f28},
    {"Public/css/base.css", f29, sizeof f29},
    {"Public/css/board.css", f30, sizeof f30},
    {"Public/css/briefings.css", f31, sizeof f31},
    {"Public/css/calendar.css", f32, sizeof f32},
    {"Public/css/components.css", f33, sizeof f33},
    {"Public/css/decisions.css", f34, sizeof f34},
    {"Public/css/dependencies.css", f35, sizeof f35},
    {"Public/css/home.css", f36, sizeof f36},
    {"Public/css/organisation.css", f37, sizeof f37},
    {"Public/css/outcome.css", f38, sizeof f38},
    {"Public/css/search.css", f39, sizeof f39},
    {"Public/css/tokens.css", f40, sizeof f40},
    {"Public/icons.svg", f41, sizeof f41},
    {"Public/js/app.js", f42, sizeof f42},
    {"Public/js/autosave.js", f43, sizeof f43},
    {"Public/js/board.js", f44, sizeof f44},
    {"Public/js/count.js", f45, sizeof f45},
    {"Public/js/live.js", f46, sizeof f46},
    {"Public/js/mention.js", f47, sizeof f47},
    {"Public/js/palette.js", f48, sizeof f48},
    {"Public/js/print.js", f49, sizeof f49},
    {"Public/js/rows.js", f50, sizeof f50},
    {"Public/js/theme.js", f51, sizeof f51},
    {"Public/logo.svg", f52, sizeof f52},
    {0, 0, 0}};
const RouageAsset *rouage_assets(void) { return assets; }
