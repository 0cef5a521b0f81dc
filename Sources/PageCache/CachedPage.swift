import Crypto
import Foundation
package import HTTPTypes
package import NIOCore

/// A page that is rendered once for everyone: its representations, ready to be sent, and its lifetime.
package final class CachedPage<Subject: Hashable & Sendable>: Sendable {
    /// The page shows every change up to this number, and may show later ones.
    package let asOf: Int64
    /// `nil` for a page that may not be cached.
    package let lifetime: Lifetime<Subject>?
    package let status: HTTPResponse.Status
    /// The fields of all representations, without `ETag` and `Content-Encoding`.
    package let fields: HTTPFields
    /// The places that are filled in for some visitors, in the order of the page.
    package let slots: [Slot]
    /// In our order of preference, with identity last.
    package let representations: [Representation]
    /// Whether the page is worth compressing and is not compressed yet: text that fills more than one packet.
    package let isCompressible: Bool
    /// Something of the application's that belongs to the page.
    package let owner: (any AnyObject & Sendable)?
    private let digest: String

    package init(
        _ content: ByteBuffer, status: HTTPResponse.Status = .ok, fields: HTTPFields, slots: [Slot] = [],
        lifetime: Lifetime<Subject>?, asOf: Int64, owner: (any AnyObject & Sendable)? = nil
    ) {
        self.owner = owner
        self.asOf = asOf
        self.lifetime = lifetime
        self.status = status
        self.fields = fields
        self.slots = slots
        digest = Self.digest(of: content)
        representations = [Representation(.identity, content, digest: digest, status: status, fields: fields)]
        let type = fields[.contentType] ?? ""
        let isText = type.hasPrefix("text/") || type.contains("xml") || type.contains("json")
        isCompressible = isText && content.readableBytes > 1_400
    }

    private init(_ page: CachedPage, _ representations: [Representation], isCompressible: Bool) {
        asOf = page.asOf
        lifetime = page.lifetime
        status = page.status
        fields = page.fields
        slots = page.slots
        owner = page.owner
        digest = page.digest
        self.representations = representations
        self.isCompressible = isCompressible
    }

    package var identity: Representation { representations[representations.endIndex - 1] }

    /// The same page with its compressed representations.
    package func compressed() -> CachedPage {
        let original = identity.bytes
        let compressed = [ContentCoding.brotli, .gzip].compactMap { coding in
            coding.compress(original).map {
                Representation(coding, ByteBuffer(bytes: $0), digest: digest, status: status, fields: fields)
            }
        }
        return CachedPage(self, compressed + representations, isCompressible: false)
    }

    /// The same page with one of its representations in a file. `nil` if no file is free, if the
    /// representation has one or is too short, or if the page would then cost more than `limit` bytes.
    package func filed(_ coding: ContentCoding, in files: MemoryFiles, limit: Int) -> CachedPage? {
        guard let index = representations.firstIndex(where: { $0.coding == coding && $0.wantsFile }),
            cost + representations[index].body.readableBytes <= limit,
            let file = files.write(representations[index].body)
        else { return nil }
        var others = representations
        others[index] = Representation(others[index], in: file)
        return CachedPage(self, others, isCompressible: isCompressible)
    }

    /// The same page without files.
    package var unfiled: CachedPage {
        representations.contains { $0.file != nil }
            ? CachedPage(self, representations.map { Representation($0, in: nil) }, isCompressible: isCompressible)
            : self
    }

    /// Approximate bytes in memory.
    package var cost: Int {
        representations.reduce(2_048 + slots.reduce(0) { $0 + 64 + $1.content.count }) { $0 + $1.cost }
    }

    /// Selects the representation for a client that accepts these codings, the best first. Also returns
    /// whether the client already has it (`If-None-Match`). A representation that the client has is preferred
    /// to a better one, even if it has not been compressed since the last rendering: the digest of the
    /// content identifies it. Only a 200 is conditional (RFC 9110, section 13.2.1).
    package func select(
        accepting codings: [ContentCoding], ifNoneMatch: String?
    ) -> (representation: Representation, isNotModified: Bool) {
        var matchesAny = false
        if let ifNoneMatch, status == .ok {
            let tags = EntityTags(ifNoneMatch)
            if let coding = codings.first(where: { tags.contain(Representation.eTag(digest, $0)) }) {
                return (representation(in: coding) ?? withoutBody(coding), true)
            }
            matchesAny = tags.matchAny
        }
        return (codings.lazy.compactMap(representation(in:)).first ?? identity, matchesAny)
    }

    private func representation(in coding: ContentCoding) -> Representation? {
        representations.first { $0.coding == coding }
    }

    private func withoutBody(_ coding: ContentCoding) -> Representation {
        Representation(coding, ByteBuffer(), digest: digest, status: status, fields: fields)
    }

    /// 128 bits of SHA-256 in Base64, whose characters are all allowed in an entity tag.
    private static func digest(of content: ByteBuffer) -> String {
        let digest = content.withUnsafeReadableBytes { SHA256.hash(data: $0) }
        return Data(digest.prefix(16)).base64EncodedString()
    }
}
