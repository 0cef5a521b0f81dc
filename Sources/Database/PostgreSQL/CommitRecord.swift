/// The table with the number of each process's last commit. A process that gets no result for a commit looks
/// it up here.
struct CommitRecord {
    /// The name of the process.
    let writer: String
    /// Whether to store a row from which replicas learn their timeline.
    let namesTimeline: Bool

    /// The number of the last commit that was carried out; `nil` if there is no row for this process.
    func last(on connection: PostgreSQLConnection) throws -> Int64? {
        var number: Int64?
        try connection.query(Query("SELECT number FROM commits WHERE writer = $1", [writer], name: "commit")) { row in
            number = try row[0]
            return false
        }
        return number
    }

    /// Stores a commit's number inside its own transaction. Inserts the row again if it was deleted because
    /// this process wrote nothing for a long time.
    func mark(_ number: Int64, on connection: PostgreSQLConnection) throws {
        try connection.run(
            Query(
                """
                INSERT INTO commits (writer, number) VALUES ($1, $2)
                ON CONFLICT (writer) DO UPDATE SET number = excluded.number, since = now()
                """, [writer, number], name: "mark"))
    }

    /// Creates the table if it does not exist, and a row for this process. Deletes the rows of processes that
    /// have written nothing for 90 days.
    ///
    /// Always writes, so that its commit waits for the synchronous replicas, if there are any. The log is
    /// sequential, so the replicas then also have every earlier commit that this connection finds, even a
    /// commit whose wait for the replicas was interrupted.
    func enter(on connection: PostgreSQLConnection) throws {
        try connection.script(
            """
            CREATE TABLE IF NOT EXISTS commits (
                writer TEXT PRIMARY KEY, number BIGINT NOT NULL, since TIMESTAMPTZ NOT NULL DEFAULT now())
            """)
        try connection.run(
            Query(
                "DELETE FROM commits WHERE since < now() - INTERVAL '90 days' AND writer NOT IN ($1, 'timeline')",
                [writer], name: "forget"))
        try connection.run(
            Query(
                "INSERT INTO commits (writer, number) VALUES ($1, 0) ON CONFLICT (writer) DO UPDATE SET since = now()",
                [writer], name: "enter"))
        if namesTimeline { try connection.run(LogPosition.markingTimeline) }
    }
}
