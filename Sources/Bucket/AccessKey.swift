/// The key that signs requests. Its description and its mirror do not reveal the secret.
struct AccessKey: Sendable, Hashable {
    let id: String
    let secret: String
    /// The session token of a temporary key.
    let sessionToken: String?
}

extension AccessKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "an access key" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
