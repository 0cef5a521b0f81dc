import Darkroom
import HTTPTypes
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
        var files = try UploadedFiles(exchange)
        do {
            while let name = try await files.next() {
                let result = outcomes.count < mostFiles ? await add(&files, named: name, exchange) : .refused(tooMany)
                outcomes.append(UploadOutcome(name: name, result: result))
            }
        } catch let refusal as Refusal where !outcomes.isEmpty {
            // The files before are in the library.
            outcomes.append(UploadOutcome(name: "…", result: .refused(refusal)))
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

    private static func add(
        _ files: inout UploadedFiles, named name: String, _ exchange: Exchange
    ) async -> UploadOutcome.Result {
        do {
            let file = try await files.receive()
            switch try await exchange.site.newspaper.addPicture(from: file, named: name, as: exchange.actor) {
            case .added(let id): return .added(id)
            case .known(let id): return .known(id)
            }
        } catch {
            return .refused(exchange.site.refusal(of: error, exchange.head))
        }
    }

    private static var tooMany: Refusal { Refusal(.picture(.tooManyFiles), [.limit: .number(mostFiles)]) }
}

extension Site {
    /// The refusal of one file of an upload. An unexpected error gets a number in the log, as on a page.
    fileprivate func refusal(of error: any Error, _ head: HTTPRequest) -> Refusal {
        refusal(for: error) ?? Refusal(.picture(.incident), [.key: .text(logIncident(error, head))])
    }
}
