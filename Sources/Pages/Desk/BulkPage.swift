package import Foundation
package import Markup
package import Newsroom

/// The cases that a decision would be about, in numbers and as a list, with the form that makes it.
package struct BulkPage: Sendable {
    package let staff: Staff
    package let filter: QueueFilter
    package let preview: BulkPreview
    /// A decision on more cases than this waits for a second person.
    package let decidedAlone: Int
    package let now: Date
    /// A refused decision.
    package let typed: TypedRuling?

    package init(
        staff: Staff, filter: QueueFilter, preview: BulkPreview, decidedAlone: Int, now: Date, typed: TypedRuling? = nil
    ) {
        self.staff = staff
        self.filter = filter
        self.preview = preview
        self.decidedAlone = decidedAlone
        self.now = now
        self.typed = typed
    }

    private var count: Int { preview.entries.count }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.bulk
        let layout = Layout(
            context: context, title: words.title(count), kind: "desk-page queue-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        let cut: HTML = "<p class=\"notice\">\(words.cut(count, preview.chosen))</p>\n"
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title(count))</h1>
            </header>
            \(cut, if: count < preview.chosen && count > 0)\
            \("<p class=\"notice\">\(words.nothing)</p>\n\(typed?.refusal.note(in: context))", if: count == 0)\
            \(decision(context), if: count > 0)\
            <p class="meta leaving"><a href="\(Address.queue(filter))">\(words.back)</a></p>

            """)
    }

    private func decision(_ context: SiteContext) -> HTML {
        """
        <div class="bulk-decision">
        <div class="deciding">
        \(numbers(context))\(form(context))</div>
        \(BulkList(context: context, entries: preview.entries, filter: filter, now: now).html())</div>

        """
    }

    private func numbers(_ context: SiteContext) -> HTML {
        let words = context.words.bulk
        let comments = preview.entries.map(\.comment)
        let held = comments.count { $0.state == .held }
        var numbers = [
            (words.held, held), (words.published, count - held), (words.stories, Set(comments.map(\.story)).count),
            (words.names, Set(comments.map(\.name.foldedName)).count),
        ]
        for (clause, count) in preview.reported.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            numbers.append((words.reportedUnder(context.title(ofClause: clause)), count))
        }
        let open = preview.entries.count { $0.claim.map { $0.staff != staff.id } ?? false }
        numbers.append((words.open, open))
        let rows = numbers.filter { $0.1 > 0 }.map { Fact($0.0, "\($0.1.grouped)").html() }
        return """
            <section aria-labelledby="numbers">
            <h2 id="numbers">\(words.numbers)</h2>
            <dl class="numbers">
            \(rows)</dl>
            </section>

            """
    }

    private func form(_ context: SiteContext) -> HTML {
        let (words, rulings) = (context.words.bulk, context.words.rulings)
        let cases = preview.entries.map { ReadCase(id: $0.id, revision: $0.comment.revision) }
        let note = Field(
            name: "sentence", label: rulings.sentence, kind: .text(rows: 2), hint: rulings.sentenceHint,
            optional: context.words.form.optional, value: typed?.sentence ?? "", refusal: typed?.refusal)
        let second: HTML = "<p class=\"hint\">\(words.needsSecond(decidedAlone))</p>\n"
        return """
            <form class="ruling" method="post" action="\(Address.bulk)">
            <input type="hidden" name="cases" value="\(ReadCase.text(cases))">\(WayBack.queue(filter).hidden)
            <fieldset>
            <legend class="unseen">\(rulings.legend)</legend>
            \(typed?.refusal.note(in: context))\(context.clauseField(selected: selected, prefix: ""))\
            \(note.html())\(second, if: count > decidedAlone)<div class="buttons">
            <button name="outcome" value="remove">\(words.remove(count))</button>
            <button class="quiet" name="outcome" value="keep">\(words.keep(count))</button>
            </div>
            </fieldset>
            </form>

            """
    }

    /// The rule that was chosen before, or one under which all cases are reported.
    private var selected: String? {
        typed?.clause ?? preview.reported.first { $0.value == count }?.key
    }
}

/// The list of the cases of a decision.
struct BulkList {
    let context: SiteContext
    let entries: [QueueEntry]
    let filter: QueueFilter
    let now: Date

    func html() -> HTML {
        """
        <section aria-labelledby="cases">
        <h2 id="cases">\(context.words.bulk.list)</h2>
        <ol class="queue">
        \(entries.map { QueueRow(entry: $0, filter: filter, now: now).html(in: context) })</ol>
        </section>

        """
    }
}
