import ArgumentParser
import Foundation
import Glibc
import Newsroom
import Operations
import Pages

struct PeopleExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything that is stored about a reader to a ZIP archive.",
        discussion: "Only the user who runs the command can read the archive. An existing file is refused.")

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "The e-mail address of the account.") var email: String
    @Option(help: "The file to write. By default, person-NUMBER.zip in the current folder.") var to: String?

    func run() async throws {
        let file = try await installation.withNewspaper { newspaper, house in
            let reader = try await newspaper.reader(email, as: .system)
            let path = to ?? "person-\(reader.id).zip"
            let output = try NewFile(path)
            do {
                try await newspaper.export(
                    reader, readme: Words.english.privacy.readme(house), to: { try output.write($0) }, as: .system)
                try output.close()
            } catch {
                output.discard()
                throw error
            }
            return path
        }
        print("Wrote everything that is stored about \(email) to \(file).")
    }
}

/// A file that did not exist before, which only its owner can read.
private struct NewFile: Sendable {
    private let path: String
    private let handle: FileHandle

    init(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let code = errno
            guard code != EEXIST else { throw CommandFault.fileExists(path: path) }
            throw PathFault(code, at: path)
        }
        self.path = path
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ bytes: [UInt8]) throws {
        do { try handle.write(contentsOf: bytes) } catch {
            throw PathFault(error, at: path) ?? error
        }
    }

    func close() throws {
        try handle.synchronize()
        try handle.close()
    }

    func discard() {
        try? handle.close()
        unlink(path)
    }
}
