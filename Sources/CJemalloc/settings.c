#include "settings.h"

// Few threads have a heap of their own, and what was given back goes to the system after a second (jemalloc(3), TUNING).
const char *malloc_conf = "narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0";
