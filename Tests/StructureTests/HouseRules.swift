/// Rules of the house about the text of the code, each giving the places that break it.
enum HouseRules {
    /// What the compiler cannot vouch for needs a line that does: a comment `// Safe: …` on the line or above it.
    static let unproven = ["@unchecked Sendable", "nonisolated(unsafe)", "try!", "fatalError("]

    /// What is to be done later belongs in an issue.
    static let promises = ["TODO", "FIXME"]

    /// A test waits for what must happen, never for a time to pass.
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

    /// A type of tests, which Swift Testing calls a suite, needs a limit, so that one that stands still fails.
    static func withoutTimeLimit(_ file: SourceFile) -> [String] {
        file.places { line in
            guard let name = typeName(file.lines[line]) else { return false }
            let block = file.lines[...line].reversed().prefix { !$0.isEmpty }
            let isSuite = name.hasSuffix("Tests") || block.contains { $0.hasPrefix("@Suite") }
            return isSuite && !block.contains { $0.contains(".timeLimit(") }
        }
    }

    /// The name of the type that a line begins to declare, outside of any other.
    private static func typeName(_ line: Substring) -> Substring? {
        let words = line.split(separator: " ")
        guard !isComment(line), line.first?.isWhitespace == false else { return nil }
        let keyword = words.firstIndex { ["struct", "class", "actor", "enum"].contains($0) }
        return keyword.flatMap { words.dropFirst($0 + 1).first?.prefix { $0.isLetter } }
    }

    /// A closure that is alone in a `Mutex` gets one more layer around it by every access, so that each call of it takes longer than the
    /// one before. In a struct it gets none.
    static func lockedClosures(in files: [SourceFile]) -> [String] {
        let closures = files.flatMap(\.lines).filter { $0.contains("typealias ") && $0.contains("->") }
            .compactMap { $0.split(separator: "typealias ").last?.prefix { $0.isLetter } }
        return files.flatMap { $0.places(of: closures.flatMap { ["Mutex<\($0)>", "Mutex<\($0)?>"] }) }
    }

    /// A refusal is a code and its values. Its sentence stands in `Pages/Words`, and nowhere else.
    static func refusalsWithSentence(_ file: SourceFile) -> [String] {
        guard !file.path.hasPrefix("Sources/Pages/Words/") else { return [] }
        return file.places { line in
            guard file.lines[line].contains("Refusal"), !isComment(file.lines[line]),
                let refusal = file.lines[line].firstRange(of: /\bRefusal(\.\w+)?\(/)
            else { return false }
            let rest = [file.lines[line][refusal.lowerBound...]] + file.lines[(line + 1)...]
            // A literal that begins with a letter or a value and has a blank in it.
            return call(at: rest).contains(/"(?:[A-Za-z]|\\\()[^"]* [^"]*"/)
        }
    }

    /// A call from its name to the end of its arguments, as far as parentheses tell.
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

    /// The comment may run over several lines, as long as nothing else stands between it and the line.
    private static func isProven(_ line: Int, in file: SourceFile) -> Bool {
        let above = file.lines[..<line].reversed().prefix(while: isComment)
        return ([file.lines[line]] + above).contains { $0.contains("// Safe: ") }
    }

    private static func isComment(_ line: Substring) -> Bool {
        line.drop(while: \.isWhitespace).hasPrefix("//")
    }
}
