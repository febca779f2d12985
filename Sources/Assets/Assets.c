// Written by bin/assets; do not edit.
#include "Assets.h"
static const unsigned char f1[] = {
#embed "Demo/axes.csv"
};
static const unsigned char f2[] = {
#embed "Demo/briefings.csv"
};
static const unsigned char f3[] = {
#embed "Demo/cast.csv"
};
static const unsigned char f4[] = {
#embed "Demo/comments.csv"
};
static const unsigned char f5[] = {
#embed "Demo/cycles.csv"
};
static const unsigned char f6[] = {
#embed "Demo/dependencies.csv"
};
static const unsigned char f7[] = {
#embed "Demo/fields.csv"
};
static const unsigned char f8[] = {
#embed "Demo/memberships.csv"
};
static const unsigned char f9[] = {
#embed "Demo/moves.csv"
};
static const unsigned char f10[] = {
#embed "Demo/people.csv"
};
static const unsigned char f11[] = {
#embed "Demo/reviews.csv"
};
static const unsigned char f12[] = {
#embed "Demo/roles.csv"
};
static const unsigned char f13[] = {
#embed "Demo/units.csv"
};
static const unsigned char f14[] = {
#embed "Migrations/0001_spine.sql"
};
static const unsigned char f15[] = {
#embed "Migrations/0006_silent.sql"
};
static const unsigned char f16[] = {
#embed "Migrations/0009_decided.sql"
};
static const unsigned char f17[] = {
#embed "Public/css/answers.css"
};
static const unsigned char f18[] = {
#embed "Public/css/base.css"
};
static const unsigned char f19[] = {
#embed "Public/css/board.css"
};
static const unsigned char f20[] = {
#embed "Public/css/briefings.css"
};
static const unsigned char f21[] = {
#embed "Public/css/calendar.css"
};
static const unsigned char f22[] = {
#embed "Public/css/components.css"
};
static const unsigned char f23[] = {
#embed "Public/css/dependencies.css"
};
static const unsigned char f24[] = {
#embed "Public/css/home.css"
};
static const unsigned char f25[] = {
#embed "Public/css/organisation.css"
};
static const unsigned char f26[] = {
#embed "Public/css/search.css"
};
static const unsigned char f27[] = {
#embed "Public/css/tokens.css"
};
static const unsigned char f28[] = {
#embed "Public/icons.svg"
};
static const unsigned char f29[] = {
#embed "Public/js/app.js"
};
static const unsigned char f30[] = {
#embed "Public/js/autosave.js"
};
static const unsigned char f31[] = {
#embed "Public/js/board.js"
};
static const unsigned char f32[] = {
#embed "Public/js/count.js"
};
static const unsigned char f33[] = {
#embed "Public/js/live.js"
};
static const unsigned char f34[] = {
#embed "Public/js/mention.js"
};
static const unsigned char f35[] = {
#embed "Public/js/palette.js"
};
static const unsigned char f36[] = {
#embed "Public/js/print.js"
};
static const unsigned char f37[] = {
#embed "Public/js/theme.js"
};
static const unsigned char f38[] = {
#embed "Public/logo.svg"
};
static const RouageAsset assets[] = {
    {"Demo/axes.csv", f1, sizeof f1},
    {"Demo/briefings.csv", f2, sizeof f2},
    {"Demo/cast.csv", f3, sizeof f3},
    {"Demo/comments.csv", f4, sizeof f4},
    {"Demo/cycles.csv", f5, sizeof f5},
    {"Demo/dependencies.csv", f6, sizeof f6},
    {"Demo/fields.csv", f7, sizeof f7},
    {"Demo/memberships.csv", f8, sizeof f8},
    {"Demo/moves.csv", f9, sizeof f9},
    {"Demo/people.csv", f10, sizeof f10},
    {"Demo/reviews.csv", f11, sizeof f11},
    {"Demo/roles.csv", f12, sizeof f12},
    {"Demo/units.csv", f13, sizeof f13},
    {"Migrations/0001_spine.sql", f14, sizeof f14},
    {"Migrations/0006_silent.sql", f15, sizeof f15},
    {"Migrations/0009_decided.sql", f16, sizeof f16},
    {"Public/css/answers.css", f17, sizeof f17},
    {"Public/css/base.css", f18, sizeof f18},
    {"Public/css/board.css", f19, sizeof f19},
    {"Public/css/briefings.css", f20, sizeof f20},
    {"Public/css/calendar.css", f21, sizeof f21},
    {"Public/css/components.css", f22, sizeof f22},
    {"Public/css/dependencies.css", f23, sizeof f23},
    {"Public/css/home.css", f24, sizeof f24},
    {"Public/css/organisation.css", f25, sizeof f25},
    {"Public/css/search.css", f26, sizeof f26},
    {"Public/css/tokens.css", f27, sizeof f27},
    {"Public/icons.svg", f28, sizeof f28},
    {"Public/js/app.js", f29, sizeof f29},
    {"Public/js/autosave.js", f30, sizeof f30},
    {"Public/js/board.js", f31, sizeof f31},
    {"Public/js/count.js", f32, sizeof f32},
    {"Public/js/live.js", f33, sizeof f33},
    {"Public/js/mention.js", f34, sizeof f34},
    {"Public/js/palette.js", f35, sizeof f35},
    {"Public/js/print.js", f36, sizeof f36},
    {"Public/js/theme.js", f37, sizeof f37},
    {"Public/logo.svg", f38, sizeof f38},
    {0, 0, 0}};
const RouageAsset *rouage_assets(void) { return assets; }
