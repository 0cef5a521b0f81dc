import CSpoofChecker

/// Forms of texts that Unicode defines and Swift does not have. They take at most 1,024 bytes of UTF-8, so the cost is
/// bounded; a longer text has none of them.
extension String {
    /// NFKC_Casefold: without differences of case and width, and without characters that are ignored by default.
    var compatiblyFolded: String { transformed { spoof_fold($0, $1, $2) } ?? foldedName }

    /// The skeleton of the text: the same for all texts that look alike.
    var skeleton: String { transformed { spoof_skeleton($0, $1, $2) } ?? self }

    /// Whether the text mixes scripts beyond the level "moderately restrictive" of Unicode Technical Standard 39. A
    /// text in one script does not, nor does Latin with Chinese, Japanese or Korean, or with one script whose letters
    /// differ from Latin ones.
    var mixesScripts: Bool {
        var text = self
        return text.withUTF8 { spoof_mixes_scripts($0.baseAddress, Int32(clamping: $0.count)) } != 0
    }

    /// Calls a function of ICU, which writes UTF-8 and returns its length, or a negative number.
    func transformed(
        _ form: (_ text: UnsafePointer<UInt8>?, _ length: Int32, _ result: UnsafeMutablePointer<UInt8>?) -> Int32
    ) -> String? {
        var text = self
        return text.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(SPOOF_ROOM)) { result in
                let count = form(bytes.baseAddress, Int32(clamping: bytes.count), result.baseAddress)
                return count < 0 ? nil : String(decoding: result.prefix(Int(count)), as: UTF8.self)
            }
        }
    }
}
