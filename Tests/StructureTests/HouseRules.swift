/// The project's rules about source text. Each check returns the places that break its rule.
enum HouseRules {
    /// Features that the compiler cannot check. They need a comment `// Safe: …` on the same line or directly
    /// above it.
    static let unproven = ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "fatalError("]

    /// Work to do later belongs in an issue.
    static let promises = ["TODO", "FIXME"]

    /// A test waits for an event, never for a fixed time.
    static let waits = ["Task.sleep", "usleep(", "Thread.sleep", "time.sleep", "wait_for_timeout"]

    static let longest = 200

    static func withoutProof(_ file: SourceFile) -> [String] {
        file.places { line in
            !isComment(file.lines[line]) && unproven.contains { file.lines[line].contains($0) }
                && !isProven(line, in: file)
        }
    }

    static func tooLong(_ file: SourceFile) -> [String] {
        let count = file.lines.last == "" ? file.lines.count - 1 : file.lines.count
        return count > longest ? ["\(file.path): \(count) lines"] : []
    }

    /// Every suite needs a time limit, so that a test that hangs fails.
    static func withoutTimeLimit(_ file: SourceFile) -> [String] {
        file.places { line in
            guard let name = typeName(file.lines[line]) else { return false }
            let block = file.lines[...line].reversed().prefix { !$0.isEmpty }
            let isSuite = name.hasSuffix("Tests") || block.contains { $0.hasPrefix("@Suite") }
            return isSuite && !block.contains { $0.contains(".timeLimit(") }
        }
    }

    /// The name of the top-level type that a line declares.
    private static func typeName(_ line: Substring) -> Substring? {
        let words = line.split(separator: " ")
        guard !isComment(line), line.first?.isWhitespace == false else { return nil }
        let keyword = words.firstIndex { ["struct", "class", "actor", "enum"].contains($0) }
        return keyword.flatMap { words.dropFirst($0 + 1).first?.prefix { $0.isLetter } }
    }

    /// Finds a `Mutex` that holds a bare closure. Each access wraps such a closure in one more layer, so that
    /// every call takes longer than the one before. A closure in a struct is not wrapped.
    static func lockedClosures(in files: [SourceFile]) -> [String] {
        let closures = files.flatMap(\.lines).filter { $0.contains("typealias ") && $0.contains("->") }
            .compactMap { $0.split(separator: "typealias ").last?.prefix { $0.isLetter } }
        return files.flatMap { $0.places(of: closures.flatMap { ["Mutex<\($0)>", "Mutex<\($0)?>"] }) }
    }

    /// A refusal contains a code and its values. Only `Pages/Words` contains its sentence.
    static func refusalsWithSentence(_ file: SourceFile) -> [String] {
        guard !file.path.hasPrefix("Sources/Pages/Words/") else { return [] }
        return file.places { line in
            guard file.lines[line].contains("Refusal"), !isComment(file.lines[line]),
                let refusal = file.lines[line].firstRange(of: /\bRefusal(\.\w+)?\(/)
            else { return false }
            let rest = [file.lines[line][refusal.lowerBound...]] + file.lines[(line + 1)...]
            // A literal that begins with a letter or an interpolation, and contains a space.
            return call(at: rest).contains(/"(?:[A-Za-z]|\\\()[^"]* [^"]*"/)
        }
    }

    /// The call from its name to the closing parenthesis. Parentheses in literals count too.
    private static func call(at lines: [Substring]) -> String {
        var (text, depth) = ("", 0)
        for line in lines {
            for character in line {
                text.append(character)
                if character == "(" { depth += 1 }
                guard character == ")" else { continue }
                depth -= 1
                if depth == 0 { return text }
            }
            text.append(" ")
        }
        return text
    }

    /// Whether the line, or the comment lines directly above it, contain the proof.
    private static func isProven(_ line: Int, in file: SourceFile) -> Bool {
        let above = file.lines[..<line].reversed().prefix(while: isComment)
        return ([file.lines[line]] + above).contains { $0.contains("// Safe: ") }
    }

    private static func isComment(_ line: Substring) -> Bool {
        line.drop(while: \.isWhitespace).hasPrefix("//")
    }
}
