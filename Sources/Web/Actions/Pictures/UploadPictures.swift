import Darkroom
import HTTPTypes
import NIOCore
import Newsroom
import Operations
import Pages
import Storage

/// Adds pictures to the library, one file after another, while they arrive. A file that is refused keeps none of the
/// others out, and neither does a connection that is lost later.
enum UploadPictures {
    /// Files of one upload. Scripts send each file by itself.
    static let mostFiles = 100

    static func answer(_ exchange: Exchange) async throws -> Answer {
        var outcomes: [UploadOutcome] = []
        try await forEachFile(of: exchange) { file, name, _ in
            outcomes.append(
                outcomes.count < mostFiles
                    ? await add(file, named: name, exchange) : UploadOutcome(name: name, result: .refused(tooMany)))
        }
        guard !outcomes.isEmpty else { throw Refusal(.picture(.noFile)) }
        let shown = try await exchange.read { [outcomes] tx in
            try outcomes.map { outcome in
                var outcome = outcome
                if let id = outcome.picture { outcome.shown = try tx.libraryPicture(id) }
                return outcome
            }
        }
        let page = UploadResultPage(staff: try exchange.actor.staff(for: .write), outcomes: shown)
        // Scripts send each file by itself, and take its line from the page.
        return .page(
            page.html(in: exchange.site.context), status: shown.allSatisfy(\.isRefused) ? .unprocessableContent : .ok)
    }

    private static func add(_ file: ReceivedFile, named name: String, _ exchange: Exchange) async -> UploadOutcome {
        do {
            switch try await exchange.site.newspaper.addPicture(from: file, named: name, as: exchange.actor) {
            case .added(let id): return UploadOutcome(name: name, result: .added(id))
            case .known(let id): return UploadOutcome(name: name, result: .known(id))
            }
        } catch {
            return UploadOutcome(name: name, result: .refused(exchange.site.refusal(of: error, exchange.head)))
        }
    }

    private static var tooMany: Refusal { Refusal(.picture(.tooManyFiles), [.limit: .number(mostFiles)]) }
}

extension UploadPictures {
    /// Fields before the files, in bytes.
    private static let longestField = 4 << 10
    /// Fields that are no files.
    private static let mostFields = 8

    /// Receives the files of an upload on disk, one at a time. `body` also gets the fields before the file. A file
    /// without a name is a field in which nobody chose a file.
    static func forEachFile(
        of exchange: Exchange, _ body: (ReceivedFile, _ name: String, _ fields: Form) async throws -> Void
    ) async throws {
        guard let upload = exchange.upload else { throw Refusal(.request(.noForm)) }
        var form = try MultipartReading(upload, type: exchange.head.headerFields[.contentType])
        var fields: [(name: String, value: String)] = []
        while let part = try await form.next() {
            guard let name = part.fileName else {
                guard fields.count < mostFields else { throw Refusal(.request(.tooManyFields)) }
                fields.append((part.name, try await form.text(limit: longestField)))
                continue
            }
            guard !name.isEmpty else { continue }
            try await body(try await receive(&form, exchange), name.fileLabel, Form(fields: fields))
        }
    }

    private static func receive(_ form: inout MultipartReading, _ exchange: Exchange) async throws -> ReceivedFile {
        let file = try exchange.site.newspaper.receivePicture(as: exchange.actor)
        while let part = try await form.content() { try file.append(Array(part.readableBytesView)) }
        return file
    }
}

extension Site {
    /// The refusal of one file of an upload. An unexpected error gets a number in the log, as on a page.
    fileprivate func refusal(of error: any Error, _ head: HTTPRequest) -> Refusal {
        refusal(for: error) ?? Refusal(.picture(.incident), [.key: .text(logIncident(error, head))])
    }
}

extension String {
    /// A name from another machine, as one short line.
    fileprivate var fileLabel: String {
        let line = replacing("%22", with: "\"").inOneLine
        return String(line.unicodeScalars.filter { !$0.reordersText }.prefix(120).map(Character.init))
    }
}
