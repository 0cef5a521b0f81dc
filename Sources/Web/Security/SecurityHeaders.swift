import HTTPTypes

/// What every answer says to the browser about what it may do with it.
enum SecurityHeaders {
    private static let pagePolicy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'
        """

    static func add(to answer: inout Answer, isPage: Bool, isSecure: Bool) {
        answer.fields[.contentSecurityPolicy] =
            isPage ? pagePolicy : "default-src 'none'; sandbox; frame-ancestors 'none'"
        answer.fields[.xContentTypeOptions] = "nosniff"
        answer.fields[.referrerPolicy] = "strict-origin-when-cross-origin"
        answer.fields[.xFrameOptions] = "DENY"
        answer.fields[.crossOriginOpenerPolicy] = "same-origin"
        answer.fields[.permissionsPolicy] = "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        if isSecure { answer.fields[.strictTransportSecurity] = "max-age=31536000" }
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
    static let lastEventID = Self.known("Last-Event-ID")
    static let xAccelBuffering = Self.known("X-Accel-Buffering")

    private static func known(_ name: StaticString) -> HTTPField.Name {
        guard let field = HTTPField.Name(name.description) else { preconditionFailure("\(name) is no field name") }
        return field
    }
}
