import CVersion
import Storage

/// The version of this program and of the database schema that it knows.
enum Version {
    /// The version of the source code, such as `1.2.0` or `1.2.0+7.g1a2b3c4`.
    static let current = String(cString: source_version())

    static var line: String { "broadsheet \(current) (database schema \(Migrations.latest))" }
}
