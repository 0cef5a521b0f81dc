package import Database

extension Transaction {
    /// Whether the database holds a newspaper: the tables of stories and of completed migrations exist.
    package var hasNewspaper: Bool {
        get throws {
            switch dialect {
            case .sqlite:
                try exists(
                    """
                    SELECT 1 FROM sqlite_master a JOIN sqlite_master b ON b.name = 'migrations' WHERE a.name = 'stories'
                    """)
            case .postgreSQL:
                try exists(
                    "SELECT 1 WHERE to_regclass('migrations') IS NOT NULL AND to_regclass('stories') IS NOT NULL")
            }
        }
    }
}

extension Transaction {
    /// How many stories and comments there are.
    package func rowCounts() throws -> (stories: Int, comments: Int) {
        (try value("SELECT COUNT(*) FROM stories") ?? 0, try value("SELECT COUNT(*) FROM comments") ?? 0)
    }
}

extension Transaction {
    /// Notes that this session serves the newspaper, until it ends. Returns `false` while the newspaper is being moved.
    /// SQLite has no such notes; a lock on the data folder replaces them.
    package func shareNewspaper() throws -> Bool {
        try dialect == .sqlite
            || exists(
                """
                SELECT 1 WHERE pg_try_advisory_lock_shared(hashtextextended('broadsheet serves ' || current_schema(), 0))
                """)
    }

    /// Whether no other session serves the newspaper. None can begin to until this session ends.
    package func takeNewspaperAlone() throws -> Bool {
        try dialect == .sqlite
            || exists(
                "SELECT 1 WHERE pg_try_advisory_lock(hashtextextended('broadsheet serves ' || current_schema(), 0))")
    }
}

/// The tables that every newspaper has, also one whose creation was interrupted.
package enum NewspaperTables {
    package static let first = "migrations"
    package static let decisive = "stories"
}
