/// The tables in SQLite. Times are milliseconds since 1970 in UTC; text is UTF-8 and compared by its bytes.
enum SQLiteSchema {}
