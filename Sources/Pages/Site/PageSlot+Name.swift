import Newsroom

extension PageSlot {
    /// Parses the name of a slot: a word, with up to two numbers after it. A page may have thousands of slots, so this
    /// compares bytes and makes no strings.
    init?(name: String) {
        var name = name
        guard let slot = name.withUTF8({ Self.parse($0) }) else { return nil }
        self = slot
    }

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> PageSlot? {
        let end = bytes.firstIndex(of: UInt8(ascii: " ")) ?? bytes.count
        var (numbers, count): ((Int64, Int64), Int) = ((0, 0), 0)
        for byte in bytes[end...] {
            if byte == UInt8(ascii: " ") {
                (numbers.0, numbers.1) = (numbers.1, 0)
                count += 1
            } else {
                guard byte.isASCIIDigit else { return nil }
                numbers.1 = numbers.1 &* 10 &+ Int64(byte - UInt8(ascii: "0"))
            }
        }
        let word = UnsafeBufferPointer(rebasing: bytes[..<end])
        return switch count {
        case 0: plain.first { word.isWord($0.word) }?.slot
        case 1: numbered(word, numbers.1)
        case 2: word.isWord("mute") ? .mute(Person.ID(numbers.0), Comment.ID(numbers.1)) : nil
        default: nil
        }
    }

    private static let plain: [(word: StaticString, slot: PageSlot)] = [
        ("account", .account), ("unread", .unread), ("signature", .signature), ("name", .name),
        ("waiting", .waiting(below: nil)),
        ("staff", .staff), ("publishing", .publishing), ("form", .formOfAccount), ("invitation", .invitation),
        ("follow", .follow),
        ("muting", .muting), ("muting-person", .muteOfPerson),
    ]

    private static func numbered(_ word: UnsafeBufferPointer<UInt8>, _ number: Int64) -> PageSlot? {
        if word.isWord("rule") { return .rule(Comment.ID(number)) }
        if word.isWord("fold") { return .fold(Person.ID(number)) }
        if word.isWord("unfold") { return .unfold(Person.ID(number)) }
        if word.isWord("edit") { return .changing(Comment.ID(number)) }
        if word.isWord("ruling") { return .ruling(Comment.ID(number)) }
        return word.isWord("waiting") ? .waiting(below: Comment.ID(number)) : nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func isWord(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
    }
}
