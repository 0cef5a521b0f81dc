extension String {
    /// A host and a port as in a web address. An IPv6 address gets brackets.
    static func authority(_ host: String, port: Int) -> String {
        "\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}
