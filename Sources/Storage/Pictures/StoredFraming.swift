import Foundation
import Newsroom

/// A framing is stored as JSON; an empty text is none.
extension Framing {
    init(stored json: String) throws {
        self = json.isEmpty ? Framing() : try JSONDecoder().decode(Framing.self, from: Data(json.utf8))
    }

    var stored: String {
        get throws {
            guard self != Framing() else { return "" }
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
