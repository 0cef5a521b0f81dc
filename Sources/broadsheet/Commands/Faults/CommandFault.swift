/// The reason why a command fails.
enum CommandFault: OperatorFault, Hashable {
    case noConfigurationFile(path: String)
    case unfinishedMove
    case moveToItself(String)
    /// Names the option, because `--data` is none of a move.
    case nothingToMove(place: String)
    case otherPlaces([String])
    case nameTooShort(String)
    case replicasOfNothing
    case wrongHost(String)
    case noFreePort
    case mailNotSent(String)

    case nothingToImport(path: String)
    case missingTools([String])

    case notADataFolder(option: String, path: String)
    case tableDiffers(table: String, source: String, target: String)

    case demoFolderFilled(path: String)
    case foreignPage(path: String)
    case demoStoryWithoutVersion
    case demoWithoutVips

    case noPassword
    case twoPasswords

    case fileExists(path: String)
    case notConfirmed
}

extension CommandFault {
    var isLasting: Bool {
        switch self {
        case .noConfigurationFile, .unfinishedMove, .moveToItself, .nothingToMove, .nameTooShort, .replicasOfNothing,
            .wrongHost, .missingTools, .notADataFolder, .demoFolderFilled, .foreignPage,
            .demoWithoutVips:
            true
        default: false
        }
    }

    var description: String {
        switch self {
        case .noConfigurationFile(let path): "The configuration file \(path) does not exist. Check --config."
        case .unfinishedMove:
            "A move into this database was interrupted. To finish it, run the same `broadsheet move` command again."
        case .moveToItself(let place):
            "--from and --to are the same place, \(place). Nothing was changed. Name another target."
        case .nothingToMove(let place): "There is no newspaper in \(place). Check --from."
        case .otherPlaces(let changes):
            "A running server keeps its data folder, its settings file and its environment file, so nothing was "
                + "reloaded. Restart it to use \(changes.joined(separator: " and "))."
        case .nameTooShort(let name):
            "\"\(name)\", the part of the address before the @, is too short for a name. Give a name with --name."
        case .replicasOfNothing:
            "Read replicas need a PostgreSQL database. Name one with --database, or remove the replicas."
        case .wrongHost(let host): "--host must be an IP address or a host name, not \"\(host)\"."
        case .noFreePort: "There is no free port. Choose one with --port."
        case .mailNotSent(let reason): "The mail was not sent: \(reason). docs/running/mail.md says what to check."
        case .nothingToImport(let path): "\(path) does not exist. Name a file or a folder to import."
        case .missingTools(let tools):
            "The import needs \(tools.joined(separator: " and ")) for pictures. Run: "
                + "apt-get install libvips-tools libimage-exiftool-perl"
        case .notADataFolder(let option, let path):
            "\(option) must be a data folder or the address of a PostgreSQL database; \(path) is a file."
        case .tableDiffers(let table, let source, let target):
            "\(table) differs: the source has \(source), the target \(target). Stop every process on either database, "
                + "empty the target and run the move again."
        case .foreignPage(let path): "\(path) is a page of another program. Name another folder, or move the file away."
        case .demoFolderFilled(let path): "\(path) is not empty. Name an empty folder for the demo edition."
        case .demoStoryWithoutVersion: "A story of the demo edition has no version."
        case .demoWithoutVips:
            "vips could not render a drawing. Check that it is installed: apt-get install libvips-tools"
        case .noPassword: "There is no password on standard input. Send it as one line."
        case .twoPasswords: "The two passwords differ, so nothing was changed. Run the command again."
        case .fileExists(let path): "\(path) exists. Name another file with --to."
        case .notConfirmed: "Nothing was changed."
        }
    }
}
