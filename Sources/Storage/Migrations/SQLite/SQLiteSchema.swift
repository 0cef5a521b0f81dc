/// The tables in SQLite. Times are milliseconds since 1970 in UTC. Text is UTF-8 and compared by its bytes.
enum SQLiteSchema {}
