/// A text file of the package.
struct SourceFile {
    /// Relative to the package root: `Sources/Newsroom/Stories/Story.swift`.
    let path: String
    let lines: [Substring]

    /// The name of the folder in `Sources` or `Tests`.
    var target: Substring { path.split(separator: "/")[1] }

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// `path:line` for every line that `isFound` accepts.
    func places(where isFound: (Int) -> Bool) -> [String] {
        lines.indices.filter(isFound).map { "\(path):\($0 + 1)" }
    }

    /// `path:line` for every line that contains one of `words`.
    func places(of words: [String]) -> [String] {
        places { line in words.contains { lines[line].contains($0) } }
    }
}
