/// Why a request to a bucket failed.
package enum BucketFault: Error, Sendable, Hashable {
    /// The address or the environment lacks a setting. The sentence names it.
    case notSet(String)
    /// The store did not answer in time, or cannot answer now. The same request may succeed later.
    case unreachable(String)
    /// The store refuses: the keys are wrong or lack a right, or there is no such bucket. With the store's own word
    /// for it.
    case refused(status: Int, code: String)
    /// The answer does not fit the request.
    case unexpected(String)
}

extension BucketFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notSet(let sentence): sentence
        case .unreachable(let cause): "does not answer: \(cause)"
        case .refused(let status, let code): "refuses: \(status) \(code)"
        case .unexpected(let finding): "answers what was not asked for: \(finding)"
        }
    }
}
