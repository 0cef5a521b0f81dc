#include "version.h"

// Only this file is compiled again when the version changes.
const char *source_version(void) { return SOURCE_VERSION; }
