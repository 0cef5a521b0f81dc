/// A file with environment variables, in the syntax of systemd (`EnvironmentFile=` in systemd.exec(5)): one
/// `NAME=value` per line, comments after `#` or `;`, single and double quotes, and a backslash before a line break
/// or a character.
package struct EnvironmentFile: Sendable {
    package let path: String
    /// The variables with their lines. A name that occurs twice is a fault.
    package private(set) var variables: [String: (value: String, line: Int)] = [:]
    package private(set) var faults: [SettingFault] = []

    private enum State { case line, name, comment, beforeValue, value, escape, single, double, doubleEscape }

    package init(path: String, text: String) {
        self.path = path
        var reading = Reading()
        for character in text.replacing("\r\n", with: "\n") + "\n" {
            if let fault = reading.take(character) { note(fault) }
            if let (name, value, line) = reading.finished {
                reading.finished = nil
                if let earlier = variables[name]?.line {
                    note((line, "\(name) occurs twice; it is in line \(earlier) too"))
                }
                variables[name] = (value, line)
            }
        }
        if let fault = reading.end() { note(fault) }
    }

    private mutating func note(_ fault: (line: Int, words: String)) {
        faults.append(.inFile(path, line: fault.line, words: fault.words))
    }

    /// The state machine of systemd's parser, which reads one character after another.
    private struct Reading {
        var finished: (name: String, value: String, line: Int)?
        private var state = State.line
        private var (name, value) = ("", "")
        private var (line, start) = (1, 1)
        /// The length of the value up to its last character that is not unquoted white space.
        private var length = 0

        mutating func take(_ character: Character) -> (line: Int, words: String)? {
            defer { if character == "\n" { line += 1 } }
            switch state {
            case .line:
                if character.isWhitespace { return nil }
                (name, value, start, length) = ("", "", line, 0)
                state = "#;".contains(character) ? .comment : .name
                if state == .name { return take(inName: character) }
            case .name: return take(inName: character)
            case .comment: if character == "\n" { state = .line }
            case .beforeValue: take(beforeValue: character)
            case .value: take(inValue: character)
            case .escape:
                state = .value
                if character != "\n" { keep(character) }
            case .single: character == "'" ? state = .beforeValue : keep(character)
            case .double:
                if character == "\"" {
                    state = .beforeValue
                } else if character == "\\" {
                    state = .doubleEscape
                } else {
                    keep(character)
                }
            case .doubleEscape:
                state = .double
                if "\"\\`$".contains(character) {
                    keep(character)
                } else if character != "\n" {
                    keep("\\")
                    keep(character)
                }
            }
            return nil
        }

        /// The fault of a file that ends inside quotes.
        func end() -> (line: Int, words: String)? {
            state == .single || state == .double ? (start, "a quotation mark is missing at the end of \(name)") : nil
        }

        private mutating func take(inName character: Character) -> (line: Int, words: String)? {
            if character == "\n" {
                state = .line
                return (start, "this line has no equals sign")
            }
            guard character == "=" else {
                name.append(character)
                return nil
            }
            state = .beforeValue
            while name.last?.isWhitespace == true { name.removeLast() }
            guard name.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_]*/) != nil else {
                return (start, "\"\(name)\" is not the name of an environment variable")
            }
            return nil
        }

        private mutating func take(beforeValue character: Character) {
            switch character {
            case "\n": finish()
            case "'": state = .single
            case "\"": state = .double
            case "\\": state = .escape
            case _ where character.isWhitespace: break
            default:
                state = .value
                keep(character)
            }
        }

        private mutating func take(inValue character: Character) {
            switch character {
            case "\n": finish()
            case "\\": state = .escape
            case _ where character.isWhitespace: value.append(character)
            default: keep(character)
            }
        }

        private mutating func keep(_ character: Character) {
            value.append(character)
            length = value.count
        }

        private mutating func finish() {
            state = .line
            finished = (name, String(value.prefix(length)), start)
        }
    }
}
