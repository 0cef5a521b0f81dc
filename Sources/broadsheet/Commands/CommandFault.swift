/// Why a command does not do what it was asked for. Only an operator reads it, on a terminal; its sentence names options, files and other
/// programs, so it is here and not among the words of the site.
enum CommandFault: Error, Hashable {
    case noConfigurationFile(path: String)
    case unreadableConfiguration(path: String, reason: String)
    case noNewspaper(path: String)
    case noDatabase(path: String)
    case folderNotOpened(path: String, reason: String)
    case unfinishedMove
    case replicasOfNothing
    case wrongHost(String)
    case noFreePort

    case nothingToImport(path: String)
    case missingTools([String])

    case backupExists(path: String)
    case backupOfPostgreSQL

    case notADataFolder(option: String, path: String)
    case tableDiffers(table: String, source: String, target: String)

    case demoFolderFilled(path: String)
    case demoStoryWithoutVersion
    case demoWithoutVips

    case noPassword
    case twoPasswords
}

extension CommandFault: CustomStringConvertible {
    var description: String {
        switch self {
        case .noConfigurationFile(let path): "There is no configuration file at \(path)."
        case .unreadableConfiguration(let path, let reason):
            "The configuration file \(path) cannot be read: \(reason)"
        case .noNewspaper(let path): "There is no newspaper in \(path). `broadsheet serve` creates one."
        case .noDatabase(let path): "There is no database in \(path)."
        case .folderNotOpened(let path, let reason): "The data folder \(path) cannot be opened: \(reason)"
        case .unfinishedMove: "A move into this database was not finished; please give the same command again."
        case .replicasOfNothing: "Replicas are those of a PostgreSQL database, and --database does not name one."
        case .wrongHost(let host): "--host must be an address or a name, not \"\(host)\"."
        case .noFreePort: "There is no free port."
        case .nothingToImport(let path): "There is nothing at \(path)."
        case .missingTools(let tools):
            "Pictures need \(tools.joined(separator: " and ")): apt-get install libvips-tools libimage-exiftool-perl"
        case .backupExists(let path): "\(path) exists already; a backup goes into a new folder."
        case .backupOfPostgreSQL:
            "A PostgreSQL database is backed up with its own tools, such as pg_dump; pictures and the key are files beside it."
        case .notADataFolder(let option, let path):
            "\(option) must be a data folder or the address of a PostgreSQL database; \(path) is a file."
        case .tableDiffers(let table, let source, let target):
            "\(table) differs: \(source), \(target). Was a house running? Empty the target and move again."
        case .demoFolderFilled(let path): "\(path) is not empty; the demo edition goes into an empty folder."
        case .demoStoryWithoutVersion: "A story of the demo edition has no version."
        case .demoWithoutVips: "The drawings need vips: apt-get install libvips-tools"
        case .noPassword: "There is no password on standard input."
        case .twoPasswords: "These were two different passwords; nothing was changed."
        }
    }
}
