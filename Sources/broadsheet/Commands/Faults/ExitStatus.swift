import Darkroom
import Database
import Newsroom
import Operations
import Web

/// The exit statuses of the program.
enum ExitStatus {
    static let failure: Int32 = 1
    static let wrongUsage: Int32 = 2
    /// Something that stays wrong until somebody changes it, such as a setting, the data folder or the key: a
    /// restart cannot help (`EX_CONFIG` of sysexits.h).
    static let wrongSetup: Int32 = 78

    static func of(_ error: any Error) -> Int32 {
        let isLasting =
            switch error {
            case let fault as any OperatorFault: fault.isLasting
            case let fault as PictureStoreFault: fault.isLasting
            case let fault as SettingFault: fault.isLasting
            case let fault as DatabaseFault: isLasting(fault)
            case let refusal as Refusal: isLasting(refusal)
            case is KeyFault: true
            default: PathFault(error, at: "")?.isLasting ?? false
            }
        return isLasting ? wrongSetup : failure
    }

    private static func isLasting(_ fault: DatabaseFault) -> Bool {
        switch fault {
        case .notAllowed, .damaged, .statement, .unexpectedValue: true
        case .unreachable(let message): PostgreSQLRejection(message) != nil
        case .storageFailed, .tooManyWriters, .heldUp, .outcomeUnknown: false
        }
    }

    private static func isLasting(_ refusal: Refusal) -> Bool {
        switch refusal.code {
        case .database(.newer), .database(.foreign), .database(.ofAnotherKey): true
        default: false
        }
    }
}
