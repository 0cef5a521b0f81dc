/// A text of the package and where it stands.
struct SourceFile {
    /// From the root of the package: `Sources/Newsroom/Stories/Story.swift`.
    let path: String
    let lines: [Substring]

    /// The folder below `Sources` or `Tests`.
    var target: Substring { path.split(separator: "/")[1] }

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// `path:line` of every line that `isFound` accepts.
    func places(where isFound: (Int) -> Bool) -> [String] {
        lines.indices.filter(isFound).map { "\(path):\($0 + 1)" }
    }

    /// `path:line` of every line that holds one of `words`.
    func places(of words: [String]) -> [String] {
        places { line in words.contains { lines[line].contains($0) } }
    }
}
