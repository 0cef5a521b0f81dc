/// With what requests are signed. Neither a description nor a mirror of it tells the secret.
struct AccessKey: Sendable, Hashable {
    let id: String
    let secret: String
    /// Goes with keys that hold for some hours.
    let sessionToken: String?
}

extension AccessKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    var description: String { "an access key" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
