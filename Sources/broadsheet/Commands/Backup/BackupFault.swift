/// The reason why a backup cannot be made or restored.
enum BackupFault: OperatorFault, Hashable {
    case exists(path: String)
    case insideData(path: String)
    case insidePictures(path: String)
    case insideBackup(path: String)
    /// The folder in which a folder should be created does not exist.
    case noParent(path: String)
    /// Another run with `--keep` took the same name.
    case sameSecond(path: String)
    case notRegular(path: String)
    case ofPostgreSQL
    /// The copy differs from what was copied.
    case unsound(path: String, faults: [String])
    case noBackup(path: String)
    case severalBackups(path: String, newest: String)
    case unknownForm(path: String)
    case targetFilled(path: String)

    var isLasting: Bool {
        switch self {
        case .exists, .unsound, .sameSecond: false
        default: true
        }
    }

    var description: String {
        switch self {
        case .exists(let path): "\(path) already exists. Name a folder that does not exist yet."
        case .insideData(let path):
            "\(path) is inside the data folder. Name a folder outside it, preferably on another disk."
        case .insidePictures(let path):
            "\(path) is inside the folder of the pictures. Name a folder outside it, preferably on another disk."
        case .insideBackup(let path): "\(path) is inside the backup. Name a folder outside it."
        case .noParent(let path):
            "The folder \(path) does not exist. Mount its disk, or create it, and run this command again."
        case .sameSecond(let path):
            "\(path) already exists: another backup began in the same second. Run this command again."
        case .notRegular(let path):
            "\(path) is not a regular file, so it was not copied. Symbolic links, pipes and devices are refused: move "
                + "it away, and put the file itself in its place."
        case .ofPostgreSQL:
            "The newspaper is in a PostgreSQL database, which this command does not copy. Back it up with the tools of "
                + "PostgreSQL, such as pg_dump or pg_basebackup. After that, copy the pictures, secret.key and "
                + "broadsheet.json as files."
        case .unsound(let path, let faults):
            "\(path) is damaged, so nothing was kept: \(faults.joined(separator: "; "))"
        case .noBackup(let path): "There is no backup in \(path): it has no broadsheet.sqlite. Check the name."
        case .severalBackups(let path, let newest):
            "\(path) holds several backups. Name one of them; the newest is \(newest)."
        case .unknownForm(let path):
            "\(path) is damaged, or a newer Broadsheet made it. Restore the backup with a newer Broadsheet, or choose "
                + "another backup."
        case .targetFilled(let path):
            "\(path) is not empty, and `restore` overwrites nothing. Stop the server and move the old files away, for "
                + "example with: \(FolderFault.movingAway(path))"
        }
    }
}
