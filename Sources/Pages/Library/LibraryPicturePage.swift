package import Markup
package import Newsroom

/// The desk's page of a picture: its texts, where it is used, its file, and its withdrawal.
package struct LibraryPicturePage: Sendable {
    package let staff: Staff
    package let picture: LibraryPicture
    /// Published stories that show it, the newest first.
    package let stories: [StoryReference]
    /// The content of the form; that of the picture, unless the form was refused.
    package var typed: PictureTexts
    package var refusal: Refusal?
    /// The content of the form for focus and crops.
    package var typedFraming: TypedFraming
    package var framingRefusal: Refusal?
    package var replacementRefusal: Refusal?
    package var typedEnd: String?
    package var typedSingleUse: Bool?
    package var termsRefusal: Refusal?
    package var typedReason = ""
    package var withdrawalRefusal: Refusal?
    /// The part that was saved: `texts`, `framing`, `terms` or `file`.
    package var saved: String?

    package init(staff: Staff, picture: LibraryPicture, stories: [StoryReference]) {
        self.staff = staff
        self.picture = picture
        self.stories = stories
        typed = PictureTexts(picture.picture)
        typedFraming = TypedFraming(picture.framing)
    }

    /// Editors change all pictures, reporters those that no published story shows.
    private var mayChange: Bool { picture.removal == nil && (picture.uses == 0 || staff.may(.publish)) }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.libraryPicture
        let title = context.words.library.picture(Int(picture.id.number))
        let layout = Layout(
            context: context, title: title, kind: "library-picture-page",
            head: mayChange ? "\(Head.script(Assets.framing))\(Head.script(Assets.unsaved))" : "", staff: staff,
            isIndexed: false,
            showsDisclaimer: false)
        let locked: HTML = "<p class=\"notice\">\(words.onlyEditors)</p>\n"
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.library)">\(context.words.library.title)</a></p>
            <h1>\(title)</h1>
            </header>
            \(savedNote(context.words.libraryPicture))\(removal(context))\(image(context))\(PictureFacts(picture: picture).html(in: context))\
            \(locked, if: picture.removal == nil && !mayChange)\(mayChange ? textForm(context) : TextsSection(picture: picture.picture).html(in: context))\
            \(framing(context), if: mayChange)\(terms(context))\(uses(context))\
            \(replacement(context), if: mayChange)\
            \(withdrawal(context), if: picture.removal == nil && staff.may(.publish))
            """)
    }

    private func savedNote(_ words: LibraryPictureWords) -> HTML {
        guard let saved, picture.removal == nil, let sentence = words.saved(saved) else { return "" }
        return "<p class=\"notice\" role=\"status\">\(sentence)</p>\n"
    }

    private func removal(_ context: SiteContext) -> HTML {
        guard let removal = picture.removal else { return "" }
        let words = context.words.libraryPicture
        let who = removal.isExpiry ? context.words.terms.expired : removal.by.map(words.withdrawnBy) ?? words.canceled
        return """
            <div class="notice" role="status"><p><strong>\(who)</strong> \(context.commentTime(removal.at)). \(words.cut)</p>
            \("<p dir=\"auto\">\(removal.reason)</p>\n", if: !removal.reason.isEmpty && !removal.isExpiry)</div>

            """
    }

    private func image(_ context: SiteContext) -> HTML {
        let view = PictureView(
            picture: picture.picture, alternative: context.words.library.alternative(picture.picture),
            sizes: "(min-width: 54rem) 52rem, 100vw", isFirst: true)
        guard let image = view.html(), let largest = picture.picture.renditions(as: .jpeg).last else { return "" }
        return "<p class=\"full-frame\"><a href=\"\(Address.rendition(largest))\">\(image)</a></p>\n"
    }

    private func textForm(_ context: SiteContext) -> HTML {
        let words = context.words.libraryPicture
        return """
            <section aria-labelledby="texts">
            <h2 id="texts">\(words.texts)</h2>
            <form method="post" action="\(Address.libraryPicture(picture.id))" novalidate>
            <input type="hidden" name="revision" value="\(picture.revision)">
            \(refusal?.field == nil ? refusal?.note(in: context) : nil)\
            \(text(
                "alternative-text", words.alternativeText, typed.alternativeText, words.alternativeHint, context, rows: 3))\
            \(text("caption", words.caption, typed.caption, words.captionHint, context, rows: 4))\
            \(text("credit", words.credit, typed.credit, words.creditHint, context))\
            \(text("creator", words.creator, typed.creator, nil, context))\
            \(text("source", words.source, typed.source, nil, context))\
            \(text("copyright", words.copyright, typed.copyright, nil, context, rows: 1))\
            \(text("usage-terms", words.usageTerms, typed.usageTerms, words.usageTermsHint, context, rows: 2))\
            <p class="buttons"><button>\(words.save)</button> <span class="hint">\(words.saveHint)</span></p>
            </form>
            </section>

            """
    }

    private func framing(_ context: SiteContext) -> HTML {
        FramingForm(picture: picture, typed: typedFraming, refusal: framingRefusal).html(in: context)
    }

    private func text(
        _ name: StaticString, _ label: String, _ value: String, _ hint: String?, _ context: SiteContext,
        rows: Int? = nil
    ) -> HTML {
        Field(
            name: name, label: label, kind: rows.map { .text(rows: $0) } ?? .line,
            hint: stored(name, instead: value, context.words.libraryPicture) ?? hint, isRequired: false, value: value,
            refusal: refusal, note: refusal?.note(in: context)
        ).html()
    }

    /// The text that a colleague has saved meanwhile, if the typed one differs.
    private func stored(_ name: StaticString, instead typed: String, _ words: LibraryPictureWords) -> String? {
        guard refusal?.code == .picture(.changedMeanwhile) else { return nil }
        let text = PictureTexts(picture.picture)[field: "\(name)"]
        return text == typed ? nil : words.storedNow(text)
    }

    private func terms(_ context: SiteContext) -> HTML {
        TermsSection(
            context: context, picture: picture, mayConfirm: picture.removal == nil && staff.may(.publish),
            typedEnd: typedEnd, typedSingleUse: typedSingleUse, refusal: termsRefusal
        ).html()
    }

    private func uses(_ context: SiteContext) -> HTML {
        let words = context.words.libraryPicture
        let none: HTML = "<p class=\"none\">\(picture.removal == nil ? words.notUsed : words.wasNotUsed)</p>\n"
        let list = stories.map { story -> HTML in
            "<li><a href=\"\(Address.story(story))\"><bdi>\(story.headline.sent)</bdi></a></li>\n"
        }
        return """
            <section aria-labelledby="uses">
            <h2 id="uses">\(picture.removal == nil ? words.uses : words.formerUses)</h2>
            \(list.isEmpty ? none : "<ul class=\"drafts\">\n\(list)</ul>\n")</section>

            """
    }

    private func replacement(_ context: SiteContext) -> HTML {
        let words = context.words.libraryPicture
        return """
            <section aria-labelledby="replace">
            <h2 id="replace">\(words.replace)</h2>
            <form method="post" action="\(Address.libraryPicture(picture.id, "file"))" enctype="multipart/form-data">
            \(replacementRefusal?.note(in: context, form: "replace-"))\
            <input type="hidden" name="revision" value="\(picture.revision)">
            <div class="field"><label for="file">\(words.newFile)</label>
            <input type="file" id="file" name="file" required \
            accept="image/jpeg,image/png,image/gif,image/webp,image/tiff" aria-describedby="file-hint">
            <p class="hint" id="file-hint">\(words.replaceHint)</p></div>
            <p class="buttons"><button class="quiet">\(words.replaceButton)</button></p>
            </form>
            </section>

            """
    }

    /// Withdrawing asks once more, without a script.
    private func withdrawal(_ context: SiteContext) -> HTML {
        let words = context.words.libraryPicture
        let field = Field(
            name: "reason", label: words.reason, hint: words.reasonHint, value: typedReason, refusal: withdrawalRefusal,
            form: "withdraw-", note: withdrawalRefusal?.note(in: context, form: "withdraw-"))
        return """
            <details class="discard"\(" open", if: withdrawalRefusal != nil)>
            <summary>\(words.withdraw)</summary>
            <form method="post" action="\(Address.libraryPicture(picture.id, "withdraw"))">
            \(withdrawalRefusal?.field == nil ? withdrawalRefusal?.note(in: context, form: "withdraw-") : nil)\
            <input type="hidden" name="revision" value="\(picture.revision)">
            \(field.html())<p class="hint">\(words.withdrawHint)</p>
            <p class="buttons"><button>\(words.withdrawButton)</button></p>
            </form>
            </details>

            """
    }
}
