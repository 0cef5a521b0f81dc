#include <sqlite3.h>

// Swift cannot call a function with a variable number of arguments.

// SQLite stops counting the memory that it takes, which costs a lock for each piece (sqlite.org/malloc.html, section 3.5).
static inline int sqlite3_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// SQLite refuses a name in double quotes that is no column, and does not take it for a text (sqlite.org/quirks.html, section 8).
static inline void sqlite3_refuse_quoted_texts(sqlite3 *connection) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)0);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, (int *)0);
}
