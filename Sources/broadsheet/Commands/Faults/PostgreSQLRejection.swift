import Database

/// A connection that PostgreSQL rejects until somebody changes the address, the password or the server.
///
/// libpq reports these only in its messages. They repeat the reason for each address and each kind of
/// encryption that it tried.
enum PostgreSQLRejection: Hashable {
    case password(role: String)
    case noPassword
    case noDatabase(name: String)
    case noRole(name: String)
    case notAdmitted
    case encoding
    case oldServer

    /// `nil` for a message about a server that may soon be available.
    init?(_ message: String) {
        if let match = message.firstMatch(of: /authentication failed for user "([^"]*)"/) {
            self = .password(role: String(match.output.1))
        } else if message.contains("no password supplied") {
            self = .noPassword
        } else if let match = message.firstMatch(of: /database "([^"]*)" does not exist/) {
            self = .noDatabase(name: String(match.output.1))
        } else if let match = message.firstMatch(of: /role "([^"]*)" does not exist/) {
            self = .noRole(name: String(match.output.1))
        } else if message.contains("no pg_hba.conf entry") {
            self = .notAdmitted
        } else if message.contains("encoding of the database must be UTF8") {
            self = .encoding
        } else if message.contains("needs PostgreSQL 15") {
            self = .oldServer
        } else {
            return nil
        }
    }
}

extension PostgreSQLRejection: CustomStringConvertible {
    private static let address = "the address (the setting `database`, BROADSHEET_DATABASE or --database)"
    private static let password = "\(address), or in PGPASSWORD, usually in /etc/broadsheet/environment."

    var description: String {
        switch self {
        case .password(let role):
            "PostgreSQL rejects the role \"\(role)\" or its password. Correct it in \(Self.password)"
        case .noPassword: "PostgreSQL wants a password, and there is none. Set it in \(Self.password)"
        case .noDatabase(let name):
            "PostgreSQL has no database \"\(name)\": it does not exist. Correct the name in \(Self.address), or create "
                + "the database with createdb --owner ROLE --encoding UTF8 --template template0 '\(name)'."
        case .noRole(let name):
            "PostgreSQL has no role \"\(name)\": it does not exist. Correct the name in \(Self.address), or create the "
                + "role with createuser --pwprompt '\(name)'."
        case .notAdmitted:
            "PostgreSQL does not admit this role, database or machine. Add a line to pg_hba.conf on its server, and "
                + "reload it."
        case .encoding:
            "The encoding of the database is not UTF8. Create another database with createdb --owner ROLE --encoding "
                + "UTF8 --template template0 NAME, and name it in \(Self.address)."
        case .oldServer: "Broadsheet needs PostgreSQL 15 or newer. Upgrade the server of the database."
        }
    }
}

extension PostgreSQLAddress {
    /// The command that moves the newspaper in a folder here. It is printed, so it has no password.
    func move(from folder: String) -> String {
        "broadsheet move --from '\(folder)' --to '\(withoutPassword)'"
            + (hasPassword ? " (the address is shown without its password: add it, or set PGPASSWORD)" : "")
    }
}
