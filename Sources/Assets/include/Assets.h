#include <stddef.h>

/// A file embedded in the binary; the list ends with an empty path.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t length;
} RouageAsset;

const RouageAsset *rouage_assets(void);
