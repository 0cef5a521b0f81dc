import Foundation
import Newsroom

extension Error {
    /// What a failure to write into the work folder or the picture folder means to the person who sent a file: a full
    /// disk is a refusal, and a folder without the permission to write is a fault of the picture store. Other errors
    /// stay as they are.
    func inWorkspace(_ folder: URL) -> any Error {
        if meansFullDisk { return Refusal(.picture(.diskFull)) }
        guard let number = deniedWriting else { return self }
        return PictureStoreFault.unwritable(folder.path(percentEncoded: false), number)
    }

    /// The error number of the system if writing is not permitted; `nil` for other errors.
    private var deniedWriting: Int32? {
        switch self {
        case let error as CocoaError where error.code == .fileWriteNoPermission: EACCES
        case let error as CocoaError where error.code == .fileWriteVolumeReadOnly: EROFS
        case let error as POSIXError where [.EACCES, .EPERM, .EROFS].contains(error.code): error.code.rawValue
        default: nil
        }
    }
}

extension PictureStoreFault {
    /// The fault of a folder to which this user cannot add files. The server goes on without uploads.
    static func unwritable(_ path: String, _ number: Int32) -> PictureStoreFault {
        let user = getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "\(geteuid())"
        let reason =
            number == EROFS
            ? "its file system is mounted read-only. Mount it for writing."
            : "the user \(user) lacks the permission. Run as root: chown \(user): '\(path)'"
        return PictureStoreFault(
            isLasting: false, "No pictures can be added to the picture folder \(path): \(reason)")
    }
}
