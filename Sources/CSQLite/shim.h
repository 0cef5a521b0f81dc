#include <sqlite3.h>

// These functions exist because Swift cannot call C functions with a variable number of arguments.

// Stops SQLite from counting its memory, which costs a lock for each allocation (sqlite.org/malloc.html,
// section 3.5).
static inline int sqlite3_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// Makes SQLite refuse a name in double quotes that is not a column, instead of reading it as a text
// (sqlite.org/quirks.html, section 8).
static inline void sqlite3_refuse_quoted_texts(sqlite3 *connection) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
}
