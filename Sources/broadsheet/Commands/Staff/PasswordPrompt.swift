import Foundation
import Newsroom

/// Asks for a password. On a terminal it asks twice, without echo; otherwise it reads one line of standard
/// input.
enum PasswordPrompt {
    static func read() throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine(strippingNewline: true), !line.isEmpty else {
                throw CommandFault.noPassword
            }
            return line
        }
        let first = unseen("Password (at least 12 characters): ")
        guard first == unseen("Repeat the password: ") else {
            throw CommandFault.twoPasswords
        }
        return first
    }

    private static func unseen(_ prompt: String) -> String {
        FileHandle.standardError.write(Data(prompt.utf8))
        var before = termios()
        tcgetattr(STDIN_FILENO, &before)
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        return readLine(strippingNewline: true) ?? ""
    }
}
