/// The table that holds the number of the last commit of each program, so that one whose answer was lost can be looked up.
struct CommitRecord {
    /// Of the program.
    let writer: String
    /// Whether a line tells replicas of which timeline what they have is.
    let namesTimeline: Bool

    /// The last number that was carried out; `nil` where there is no line of this program.
    func last(on connection: PostgreSQLConnection) throws -> Int64? {
        var number: Int64?
        try connection.query(Query("SELECT number FROM commits WHERE writer = $1", [writer], name: "commit")) { row in
            number = try row[0]
            return false
        }
        return number
    }

    /// Writes a number into the transaction that it is of. A line that is not there any more, because this program wrote nothing for
    /// long, is there again.
    func mark(_ number: Int64, on connection: PostgreSQLConnection) throws {
        try connection.run(
            Query(
                """
                INSERT INTO commits (writer, number) VALUES ($1, $2)
                ON CONFLICT (writer) DO UPDATE SET number = excluded.number, since = now()
                """, [writer, number], name: "mark"))
    }

    /// Makes the table where there is none, and a line for this program.
    ///
    /// It always writes, so that its own commit waits for the replicas that a commit is to be on: then they have what it finds of an
    /// earlier one too, which may have been cut off from that wait.
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
