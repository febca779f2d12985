// Written by bin/assets; do not edit.
#include "Assets.h"
static const unsigned char f1[] = {
#embed "Migrations/0001_spine.sql"
};
static const unsigned char f2[] = {
#embed "Migrations/0004_giving_briefing.sql"
};
static const RouageAsset assets[] = {
    {"Migrations/0001_spine.sql", f1, sizeof f1},
    {"Migrations/0004_giving_briefing.sql", f2, sizeof f2},
    {0, 0, 0}};
const RouageAsset *rouage_assets(void) { return assets; }
