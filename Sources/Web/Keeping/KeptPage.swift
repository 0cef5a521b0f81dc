import HTTPTypes
import NIOCore
import Newsroom

/// A page that is the same for everyone, rendered once: its forms, ready to be sent, and what it depends on.
final class KeptPage: Sendable {
    /// It shows every change up to this one, and may show later ones.
    let asOf: Int64
    /// `nil` for a page that is shown and not kept.
    let keeping: Keeping?
    /// 200, or 410 for the page of what was taken back.
    let status: HTTPResponse.Status
    /// Fields of every form, without `ETag` and `Content-Encoding`.
    let fields: HTTPFields
    /// In the order in which they are preferred; identity is the last.
    let forms: [Representation]
    /// Whether it is worth compressing, and that was not tried yet: text of more than a packet.
    let isPackable: Bool

    init(_ answer: Answer, _ keeping: Keeping?, asOf: Int64, digest: ContentDigest = ContentDigest(seed: 0)) {
        self.asOf = asOf
        self.keeping = keeping
        status = answer.status
        fields = answer.fields
        let digest = digest.of(answer.content)
        forms = [
            Representation(.identity, answer.content, digest: digest, status: answer.status, fields: answer.fields)
        ]
        let type = answer.fields[.contentType] ?? ""
        let isText = type.hasPrefix("text/") || type.contains("xml") || type.contains("json")
        isPackable = isText && answer.content.readableBytes > 1_400
    }

    private init(_ page: KeptPage, forms: [Representation], isPackable: Bool) {
        asOf = page.asOf
        keeping = page.keeping
        status = page.status
        fields = page.fields
        self.forms = forms
        self.isPackable = isPackable
    }

    var identity: Representation { forms[forms.endIndex - 1] }

    /// The same page with its compressed forms.
    func packed() -> KeptPage {
        let original = identity.bytes
        let packed = [ContentCoding.brotli, .gzip].compactMap { coding in
            coding.pack(original).map {
                Representation(
                    coding, ByteBuffer(bytes: $0), digest: identity.digest, status: status, fields: fields)
            }
        }
        return KeptPage(self, forms: packed + forms, isPackable: false)
    }

    /// The same page with one of its forms in a file; `nil` where there is no file for it, it lies in one, or the page would take more
    /// than `room` then.
    func laid(_ coding: ContentCoding, _ files: PageFiles, room: Int) -> KeptPage? {
        guard let place = forms.firstIndex(where: { $0.coding == coding && $0.isToBeLaid }),
            cost + forms[place].body.readableBytes <= room, let file = files.lay(forms[place].body)
        else { return nil }
        var forms = forms
        forms[place] = Representation(forms[place], in: file)
        return KeptPage(self, forms: forms, isPackable: isPackable)
    }

    /// The same page in no file.
    var takenUp: KeptPage {
        forms.contains { $0.file != nil }
            ? KeptPage(self, forms: forms.map { Representation($0, in: nil) }, isPackable: isPackable) : self
    }

    /// Bytes in memory, about.
    var cost: Int { forms.reduce(2_048) { $0 + $1.cost } }

    /// The form for who accepts these codings, the best of them first, and whether the browser has it already. A form that it has goes
    /// before a better one, also where it is not made again yet: what it is made from tells. What is no success is sent, whatever the
    /// browser has (RFC 9110, section 13.2.1).
    func form(accepting codings: [ContentCoding], known tags: String?) -> (form: Representation, isKnown: Bool) {
        var isKnown = false
        if let tags, status == .ok {
            let known = KnownTags(tags)
            if let coding = codings.first(where: { known.name(eTag(in: $0)) }) {
                return (form(in: coding) ?? withoutBody(coding), true)
            }
            isKnown = known.areAny
        }
        return (codings.lazy.compactMap(form(in:)).first ?? identity, isKnown)
    }

    private func form(in coding: ContentCoding) -> Representation? { forms.first { $0.coding == coding } }

    private func eTag(in coding: ContentCoding) -> String {
        form(in: coding)?.eTag ?? Representation.eTag(identity.digest, coding)
    }

    private func withoutBody(_ coding: ContentCoding) -> Representation {
        Representation(coding, ByteBuffer(), digest: identity.digest, status: status, fields: fields)
    }
}

extension PageStore {
    /// What is said of a kept page while the database is away (`Cache-Status`, RFC 9211, section 2.5): it is past its time.
    static let adrift = "Broadsheet; hit; ttl=-1; detail=DATABASE_AWAY"
}
