import HTTPTypes

/// The header fields that restrict what a browser may do with a response.
enum SecurityHeaders {
    private static let pagePolicy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
        manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'
        """

    private static let ofPages = [HTTPField(name: .contentSecurityPolicy, value: pagePolicy)] + ofAll
    private static let ofOthers =
        [HTTPField(name: .contentSecurityPolicy, value: "default-src 'none'; sandbox; frame-ancestors 'none'")] + ofAll
    private static let ofAll = [
        HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        HTTPField(name: .referrerPolicy, value: "strict-origin-when-cross-origin"),
        HTTPField(name: .xFrameOptions, value: "DENY"),
        HTTPField(name: .crossOriginOpenerPolicy, value: "same-origin"),
        HTTPField(name: .permissionsPolicy, value: "camera=(), geolocation=(), microphone=(), browsing-topics=()"),
    ]
    private static let strictTransport = HTTPField(name: .strictTransportSecurity, value: "max-age=31536000")

    /// Adds the fields to an answer that has none of them yet.
    static func add(to answer: inout Answer, isPage: Bool, isSecure: Bool) {
        for field in isPage ? ofPages : ofOthers { answer.fields.append(field) }
        if isSecure { answer.fields.append(strictTransport) }
    }
}

extension HTTPField.Name {
    static let xFrameOptions = Self.known("X-Frame-Options")
    static let referrerPolicy = Self.known("Referrer-Policy")
    static let crossOriginOpenerPolicy = Self.known("Cross-Origin-Opener-Policy")
    static let permissionsPolicy = Self.known("Permissions-Policy")
    static let secFetchSite = Self.known("Sec-Fetch-Site")
    static let cacheStatus = Self.known("Cache-Status")
    static let forwardedFor = Self.known("X-Forwarded-For")
    static let forwarded = Self.known("Forwarded")
    static let lastEventID = Self.known("Last-Event-ID")
    static let xRequestID = Self.known("X-Request-Id")
    static let xAccelBuffering = Self.known("X-Accel-Buffering")

    private static func known(_ name: StaticString) -> HTTPField.Name {
        guard let field = HTTPField.Name(name.description) else { preconditionFailure("\(name) is not a field name") }
        return field
    }
}
