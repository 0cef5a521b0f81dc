/// The tables in PostgreSQL. Names, columns, keys and indexes are those of `SQLiteSchema`, which documents
/// them. Text is compared by its bytes here too, whatever the server's collation.
enum PostgreSQLSchema {}
