import ArgumentParser
import Database
import Web

/// The options of a server. Each overrides a setting.
struct ServerOptions: ParsableArguments {
    @Option(help: "The address of a PostgreSQL replica to read from. Repeat the option for several replicas.")
    var databaseRead: [String] = []
    @Option(help: "The address to listen on. By default, 127.0.0.1.") var host: String?
    @Option(help: "The port to listen on; 0 chooses a free port. By default, 8080.") var port: Int?

    func validate() throws {
        guard let port, !(0...65_535).contains(port) else { return }
        throw ValidationError("--port must be from 0 to 65535, not \(port).")
    }

    /// The settings that the options give. Throws if a replica is not the address of a database.
    func settings() throws -> [Setting: (option: String, value: String)] {
        for replica in databaseRead { _ = try PostgreSQLAddress.accept(replica, as: "--database-read") }
        var settings: [Setting: (option: String, value: String)] = [:]
        if !databaseRead.isEmpty {
            settings[.databaseRead] = ("--database-read", databaseRead.joined(separator: " "))
        }
        if let host { settings[.serverHost] = ("--host", host) }
        if let port { settings[.serverPort] = ("--port", "\(port)") }
        return settings
    }
}
