// Written by bin/assets; do not edit.
#include "Assets.h"
static const unsigned char f1[] = {
#embed "Migrations/0001_spine.sql"
};
static const RouageAsset assets[] = {
    {"Migrations/0001_spine.sql", f1, sizeof f1},
    {0, 0, 0}};
const RouageAsset *rouage_assets(void) { return assets; }
