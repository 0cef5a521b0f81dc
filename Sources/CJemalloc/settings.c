#include "settings.h"

// Two arenas serve all threads. Freed memory goes back to the system after one second (jemalloc(3), TUNING).
const char *malloc_conf = "narenas:2,dirty_decay_ms:1000,muzzy_decay_ms:0";
