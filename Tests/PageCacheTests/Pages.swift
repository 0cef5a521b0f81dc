import Foundation
import HTTPTypes
import NIOCore

@testable import PageCache

/// A subject that test pages show.
enum Subject: Hashable { case one, two, lists }

typealias Page = CachedPage<Subject>
typealias Store = PageStore<String, Subject>

extension CachedPage<Subject> {
    convenience init(_ bytes: [UInt8], type: String = "text/html", _ lifetime: Lifetime<Subject>?, asOf: Int64 = 0) {
        self.init(
            ByteBuffer(bytes: bytes), fields: [.contentType: type, .vary: "Cookie"], lifetime: lifetime, asOf: asOf)
    }
}

extension Invalidation<Subject> {
    /// A change that adds content, so that stale pages may be served.
    static func addition(_ number: Int64, to subject: Subject?) -> Self {
        Self(number: number, subjects: subject.map { [$0] }, allowsStale: true)
    }

    /// A change that removes content, so that no stale page may be served.
    static func removal(_ number: Int64, from subject: Subject?) -> Self {
        Self(number: number, subjects: subject.map { [$0] }, allowsStale: false)
    }
}

extension Date {
    static let noon = Date(timeIntervalSince1970: 43_200)
}
