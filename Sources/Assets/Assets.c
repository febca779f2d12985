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
#embed "Demo/people.csv"
};
static const unsigned char f10[] = {
#embed "Demo/reviews.csv"
};
static const unsigned char f11[] = {
#embed "Demo/roles.csv"
};
static const unsigned char f12[] = {
#embed "Demo/units.csv"
};
static const unsigned char f13[] = {
#embed "Migrations/0001_spine.sql"
};
static const unsigned char f14[] = {
#embed "Migrations/0002_accounts.sql"
};
static const unsigned char f15[] = {
#embed "Migrations/0004_giving_briefing.sql"
};
static const unsigned char f16[] = {
#embed "Migrations/0005_running_promises.sql"
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
    {"Demo/people.csv", f9, sizeof f9},
    {"Demo/reviews.csv", f10, sizeof f10},
    {"Demo/roles.csv", f11, sizeof f11},
    {"Demo/units.csv", f12, sizeof f12},
    {"Migrations/0001_spine.sql", f13, sizeof f13},
    {"Migrations/0002_accounts.sql", f14, sizeof f14},
    {"Migrations/0004_giving_briefing.sql", f15, sizeof f15},
    {"Migrations/0005_running_promises.sql", f16, sizeof f16},
    {0, 0, 0}};
const RouageAsset *rouage_assets(void) { return assets; }
