extension String {
    /// The text in one line, for lists of messages that other programs wrote. Every run of white space, control
    /// characters and characters that reorder text becomes one space. So the text changes nothing around it, on a
    /// terminal or on a page.
    package var inOneLine: String {
        unicodeScalars.split {
            $0.isControl || $0.reordersText || $0.isNoncharacter || $0.properties.isWhitespace
        }.map { String($0) }.joined(separator: " ")
    }
}
