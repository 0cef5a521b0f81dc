import HTTPServer
import HTTPTypes
import NIOCore
import Newsroom
import Operations
import Pages

/// An archive of a person's own data.
enum DownloadData {
    static func page(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, refusal: nil).html(in: exchange.site.context))
    }

    static func order(_ exchange: Exchange) async throws -> Answer {
        try await exchange.site.newspaper.orderDownload(as: exchange.actor)
        return exchange.site.written(.seeOther(Address.accountDownload))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        .refusing(refusal, try await page(exchange, refusal: refusal).html(in: exchange.site.context.refused))
    }

    /// Sends the archive while it is put together. A client that takes no bytes for a minute loses its
    /// connection.
    static func archive(_ exchange: Exchange) async throws -> Answer {
        let (site, actor, words) = (exchange.site, exchange.actor, exchange.site.context.words.privacy)
        guard try await site.newspaper.download(as: actor)?.madeAt != nil else { throw Refusal(.missing(.download)) }
        var answer = Answer(type: "application/zip")
        // The end of the connection is the end of the archive.
        answer.fields[.connection] = "close"
        answer.fields[.contentDisposition] = "attachment; filename=\"\(words.archiveName)\""
        guard exchange.head.method == .get else { return answer }
        let readme = words.readme(site.context.house.name)
        answer.stream = { connection in
            try await site.newspaper.writeDownload(as: actor, readme: readme) { bytes in
                try await connection.send(ByteBuffer(bytes: bytes), within: .seconds(60))
            }
            try await connection.end()
        }
        return answer
    }

    private static func page(_ exchange: Exchange, refusal: Refusal?) async throws -> DownloadPage {
        let download = try await exchange.site.newspaper.download(as: exchange.actor)
        return DownloadPage(download: download, now: exchange.site.clock.now, refusal: refusal)
    }
}
