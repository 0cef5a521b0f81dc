/// The reason why a request to a bucket failed.
package enum BucketFault: Error, Sendable, Hashable {
    /// A setting is missing or invalid. The message names it.
    case notSet(String)
    /// The store did not respond in time or is unavailable at the moment. The same request may succeed later.
    case unreachable(String)
    /// The store refuses the request: the keys are wrong or lack a permission, or the bucket does not exist.
    /// `code` is the store's own error code.
    case refused(status: Int, code: String)
    /// The response does not fit the request, or an object is too large.
    case unexpected(String)
}

extension BucketFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notSet(let sentence): sentence
        case .unreachable(let cause): "unavailable: \(cause)"
        case .refused(let status, let code): "refused: \(status) \(code)"
        case .unexpected(let finding): "unexpected: \(finding)"
        }
    }
}
