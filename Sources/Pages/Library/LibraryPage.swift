import Foundation
package import Markup
package import Newsroom

/// The filter of the library, as somebody types it.
package struct TypedPictureFilter: Sendable, Hashable {
    package var text: String
    package var credit: String
    /// Days such as `2026-11-30`.
    package var from: String
    package var until: String
    package var use: String
    /// The draft for which somebody chooses pictures; empty for none.
    package var draft: String

    package init(
        text: String = "", credit: String = "", from: String = "", until: String = "", use: String = "",
        draft: String = ""
    ) {
        self.text = text
        self.credit = credit
        self.from = from
        self.until = until
        self.use = use
        self.draft = draft
    }

    /// The days are those of the newspaper's time zone. One that is no day counts as none.
    package func filter(in time: HouseTime) -> PictureFilter {
        let start = { (day: String) in time.dates(local: "\(day)T00:00")?.first }
        return PictureFilter(
            text: text, credit: credit, from: start(from), until: start(until)?.addingTimeInterval(86_400),
            use: PictureFilter.Use(rawValue: use))
    }

    var query: [(String, String)] {
        [("text", text), ("credit", credit), ("from", from), ("until", until), ("use", use), ("draft", draft)]
            .filter { !$0.1.isEmpty }
    }
}

/// The desk's library of pictures, the newest first.
package struct LibraryPage: Sendable {
    package let staff: Staff
    package let pictures: PageOfResults<LibraryPicture>
    package let typed: TypedPictureFilter
    /// The draft for which somebody chooses pictures, and the reason why the last choice was refused.
    package var draft: Draft?
    package var refusal: Refusal?

    package init(staff: Staff, pictures: PageOfResults<LibraryPicture>, typed: TypedPictureFilter) {
        self.staff = staff
        self.pictures = pictures
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.library
        let layout = Layout(
            context: context, title: words.title, kind: "library-page", head: Head.script(Assets.uploading),
            staff: staff, isIndexed: false, showsDisclaimer: false)
        let next: HTML? = pictures.next.map { key in
            "<p class=\"next-page\"><a href=\"\(Address.library(typed, after: key))\" rel=\"next\">\(words.older)</a></p>\n"
        }
        let isAll = typed.query.allSatisfy { $0.0 == "draft" }
        let nothing: HTML = "<p class=\"none\">\(isAll ? words.empty : words.none)</p>\n"
        let rows = pictures.elements.map { LibraryRow(picture: $0, draft: draft).html(in: context) }
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            </header>
            \(choosing(context))\(UploadForm(context: context).html())\(filterForm(words))\
            \("<ul class=\"library\">\n\(rows)</ul>\n", if: !rows.isEmpty)\(nothing, if: rows.isEmpty)\(next)
            """)
    }

    /// Says for which story somebody chooses.
    private func choosing(_ context: SiteContext) -> HTML {
        guard let draft else { return "" }
        let words = context.words.gallery
        let headline = draft.content.headline
        return """
            <div class="notice" role="status">
            <p>\(words.choosing(headline.isEmpty ? words.untitled : headline)) · \
            <a href="\(Address.draft(draft.id))">\(words.back)</a></p>
            </div>
            \(refusal?.note(in: context))
            """
    }

    private func filterForm(_ words: LibraryWords) -> HTML {
        let options = PictureFilter.Use.allCases.map { use -> HTML in
            let isChosen = use.rawValue == typed.use
            return "<option value=\"\(use.rawValue)\"\(" selected", if: isChosen)>\(words.useName(use))</option>\n"
        }
        let all: HTML = "<a href=\"\(Address.library)\">\(words.showAll)</a>\n"
        let hidden: HTML = "<input type=\"hidden\" name=\"draft\" value=\"\(typed.draft)\">\n"
        return """
            <form class="filter" role="search" method="get" action="\(Address.library)">
            \(field("text", "search", words.filterText, typed.text))\
            \(field("credit", "text", words.filterCredit, typed.credit))\
            \(field("from", "date", words.filterFrom, typed.from))\
            \(field("until", "date", words.filterUntil, typed.until))\
            <div class="field"><label for="use">\(words.filterUse)</label>
            <select id="use" name="use">
            <option value="">\(words.everything)</option>
            \(options)</select></div>
            <p class="buttons"><button class="quiet">\(words.filter)</button>
            \(all, if: !typed.query.isEmpty && draft == nil)\(hidden, if: draft != nil)</p>
            </form>

            """
    }

    private func field(_ name: StaticString, _ type: StaticString, _ label: String, _ value: String) -> HTML {
        let (name, type) = (HTML(stringLiteral: name), HTML(stringLiteral: type))
        return """
            <div class="field"><label for="\(name)">\(label)</label>
            <input type="\(type)" id="\(name)" name="\(name)" value="\(value)" dir="auto"></div>

            """
    }
}
