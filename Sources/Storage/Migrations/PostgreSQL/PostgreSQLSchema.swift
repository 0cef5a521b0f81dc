/// The same tables in PostgreSQL: names, columns, keys and indexes are those of `SQLiteSchema`, which tells what they are for.
/// Text is compared by its bytes here too, whatever the server was set up with.
enum PostgreSQLSchema {}
