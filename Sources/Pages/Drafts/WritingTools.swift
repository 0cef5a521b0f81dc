import Markup
import Newsroom

/// The parts of the page where a story is written that need scripts: buttons for Markdown, counts and the live
/// preview. They stand in a template, so that nothing of them is shown without scripts.
struct WritingTools {
    let context: SiteContext
    /// The address that shows the content of the form as readers would see it.
    let preview: SafeURL

    private var words: WritingWords { context.words.writing }

    func html() -> HTML {
        """
        <template id="writing-tools" data-preview="\(preview)" data-sentences="\(sentences)">
        \(toolbar)\(textCounts)\(headlineLooks)\(previewPane)</template>

        """
    }

    private var sentences: String {
        words.sentences(headline: DraftRules.headline.maximum, text: DraftRules.body.maximum).json
    }

    private var toolbar: HTML {
        let groups = WritingTool.groups.map { "<span>\n\($0.map(button))</span>\n" as HTML }
        return """
            <div class="toolbar" role="toolbar" aria-label="\(words.toolbar)" aria-controls="body">
            \(groups)<span>
            <button type="button" class="previewing" aria-pressed="false">\(words.livePreview)</button>
            </span>
            </div>
            <div class="gallery-choice" id="gallery-choice" role="group" aria-label="\(words.choice)" hidden>
            <p class="hint">\(words.emptyGallery) <button type="button" class="plain">\(words.toGallery)</button></p>
            </div>

            """
    }

    private func button(_ tool: WritingTool) -> HTML {
        let opens: HTML = " aria-expanded=\"false\" aria-controls=\"gallery-choice\""
        let name = words.toolName(tool)
        let keys: HTML? = tool.keys.map { " aria-keyshortcuts=\"Control+\($0)\"" }
        return """
            <button type="button" data-tool="\(tool.rawValue)" aria-label="\(name)"\(keys)\
            \(opens, if: tool == .picture) title="\(tool.keys.map { "\(name) (Ctrl+\($0))" } ?? name)">\
            \(tool.icon)</button>

            """
    }

    private var textCounts: HTML {
        """
        <p class="counts" id="text-counts"><span></span> <span></span> <strong></strong></p>
        <p class="unseen" id="count-alert" aria-live="polite"></p>

        """
    }

    private var headlineLooks: HTML {
        """
        <div class="looks" id="headline-looks" hidden>
        <p class="counts"></p>
        <div>
        <p class="look"><span class="hint">\(words.inSearch)</span> <span class="as-found"></span></p>
        <p class="look"><span class="hint">\(words.onFront)</span> <span class="as-lead"></span></p>
        </div>
        </div>

        """
    }

    private var previewPane: HTML {
        """
        <section class="live-preview" aria-labelledby="live-preview-heading" tabindex="0" hidden>
        <h2 id="live-preview-heading">\(words.livePreview)</h2>
        <p class="refusal" hidden></p>
        <div class="pane"></div>
        </section>

        """
    }
}
