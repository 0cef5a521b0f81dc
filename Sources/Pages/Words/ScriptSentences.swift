import Foundation

/// Words that a script uses in the browser. The page carries them as JSON.
protocol ScriptSentences: Encodable {}

extension ScriptSentences {
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // Encoding strings and numbers never fails.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
