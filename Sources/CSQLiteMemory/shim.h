#include <sqlite3.h>

// Swift cannot call a function with a variable number of arguments.
// SQLite stops counting the memory that it takes, which costs a lock for each piece (sqlite.org/malloc.html, section 3.5).
static inline int sqlite3_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
