package import Markup
package import Newsroom

/// The outcome for one file of an upload.
package struct UploadOutcome: Sendable {
    package enum Result: Sendable {
        case added(Picture.ID)
        case known(Picture.ID)
        case refused(Refusal)
    }

    /// The name of the file on the sender's machine.
    package let name: String
    package let result: Result
    /// The picture in the library; `nil` for a file that was refused.
    package var shown: LibraryPicture?

    package init(name: String, result: Result) {
        self.name = name
        self.result = result
    }

    package var picture: Picture.ID? {
        switch result {
        case .added(let id), .known(let id): id
        case .refused: nil
        }
    }

    package var isRefused: Bool { picture == nil }
}

/// The outcome of an upload, a line for each file.
package struct UploadResultPage: Sendable {
    package let staff: Staff
    package let outcomes: [UploadOutcome]

    package init(staff: Staff, outcomes: [UploadOutcome]) {
        self.staff = staff
        self.outcomes = outcomes
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.library
        let layout = Layout(
            context: context, title: words.uploadResult, kind: "library-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.uploadResult)</h1>
            </header>
            <ul class="uploads">
            \(outcomes.map { line($0, context) })</ul>
            <p class="buttons"><a class="button" href="\(Address.library)">\(words.uploadMore)</a></p>

            """)
    }

    private func line(_ outcome: UploadOutcome, _ context: SiteContext) -> HTML {
        let words = context.words.library
        let name: HTML = "<p><bdi class=\"file\">\(outcome.name)</bdi></p>\n"
        switch outcome.result {
        case .refused(let refusal):
            return """
                <li class="refused">\(name)<p class="refusal">\(context.words.refusals.sentence(refusal))</p></li>

                """
        case .added(let id): return line(name, words.added, id, outcome.shown, words)
        case .known(let id): return line(name, words.known, id, outcome.shown, words)
        }
    }

    private func line(
        _ name: HTML, _ what: String, _ id: Picture.ID, _ picture: LibraryPicture?, _ words: LibraryWords
    ) -> HTML {
        let gaps = picture.map { LibraryRow.gaps(of: $0.picture, words) } ?? []
        let missing: HTML = "<p class=\"hint\"><strong>\(gaps.first ?? "")</strong></p>\n"
        return """
            <li>\(picture.map { LibraryRow.thumbnail($0.picture, words) })
            \(name)<p>\(what) · <a href="\(Address.libraryPicture(id))">\(words.describe) \
            \(words.picture(Int(id.number)))</a></p>
            \(missing, if: !gaps.isEmpty)</li>

            """
    }
}
