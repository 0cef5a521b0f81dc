import Testing

@testable import Web

extension Route: CustomTestStringConvertible {
    package var testDescription: String { "\(method.rawValue) \(path)" }
}
