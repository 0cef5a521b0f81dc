import Markup
package import Newsroom

/// A refused name for a view, as it was typed, with the reason for the refusal.
package struct TypedViewName: Sendable {
    package let name: String
    package let refusal: Refusal

    package init(name: String, refusal: Refusal) {
        self.name = name
        self.refusal = refusal
    }
}

/// The forms that narrow a view of the queue, and that save or delete a narrow view.
struct QueueNarrowing {
    let context: SiteContext
    let filter: QueueFilter
    let saved: [SavedView]
    var typed: TypedViewName?

    private static let prefix = "saved-view-"
    private var words: QueueWords { context.words.queue }
    private var current: SavedView? { saved.first { $0.filter == filter.withSkipped } }

    func html() -> HTML {
        let isOpen: HTML = filter.isWholeView && typed == nil ? "" : " open"
        return """
            <details class="narrow-view"\(isOpen)>
            <summary>\(words.narrow)</summary>
            <form method="get" action="\(Address.queue)" class="filter">
            <input type="hidden" name="view" value="\(filter.view.rawValue)">
            \(clauses, if: filter.view != .unread)\
            \(Self.field("language", words.language, filter.language?.tag ?? ""))\
            \(Self.field("story", words.story, filter.story?.description ?? ""))\
            \(Self.field("topic", words.topic, filter.topic ?? ""))\
            \(Self.field("hours", filter.view == .unread ? words.hoursUnread : words.hours, filter.hours.map(String.init) ?? ""))\
            <p class="buttons"><button class="quiet">\(words.show)</button> \
            \("<a href=\"\(Address.queue(QueueFilter(filter.view)))\">\(words.showAll)</a>", if: !filter.isWholeView)</p>
            </form>
            \(current.map(deleting))\(saving, if: current == nil && (!filter.isWholeView || typed != nil))</details>

            """
    }

    private var clauses: HTML {
        let rule = filter.clause.flatMap { context.house.policy.clause($0)?.code }
        return """
            <div class="field"><label for="rule">\(words.rule)</label>
            <select id="rule" name="rule"><option value="">\(words.anyRule)</option>
            \(context.clauseOptions(selected: rule))</select></div>

            """
    }

    private static func field(_ name: StaticString, _ label: String, _ value: String) -> HTML {
        Field(name: name, label: label, isRequired: false, value: value).html()
    }

    private var saving: HTML {
        let name = Field(
            name: "name", label: words.saveAs, hint: words.saveHint, value: typed?.name ?? "", refusal: typed?.refusal,
            form: Self.prefix)
        return """
            <form method="post" action="\(Address.savedViews)" class="save-view">\(place)
            \(typed?.refusal.note(in: context, form: Self.prefix))\(name.html())\
            <button class="quiet">\(words.save)</button>
            </form>

            """
    }

    private func deleting(_ view: SavedView) -> HTML {
        """
        <form method="post" action="\(Address.deleteView)" class="save-view">\(place)\
        <input type="hidden" name="name" value="\(view.name)">
        <p>\(words.isSaved) <bdi>\(view.name)</bdi> <button class="plain">\(words.deleteView)</button></p>
        </form>

        """
    }

    private var place: HTML { WayBack.queue(filter.withSkipped).hidden }
}
