/// The scripts of the page where a story is written. The page works without them.
extension Assets {
    package static let writing = Asset(
        script: "writing", bytes: PackageResources.writing_js,
        imports: [saving, copying, toolbar, pasting, continuing, counts, preview, gallery])

    static let writingScripts = [writing, copying, counts, preview, tools, gallery, picker] + keeping + typing

    /// Keeping the typed text in the browser and on the server.
    private static let keeping = [journal, line, offering, listening, sending, keptPage, saving]
    static let journal = Asset(script: "journal", bytes: PackageResources.journal_js)
    private static let line = Asset(script: "line", bytes: PackageResources.line_js)
    private static let keptPage = Asset(
        script: "keeping", bytes: PackageResources.keeping_js, imports: [journal, offering, sending])
    private static let offering = Asset(script: "offering", bytes: PackageResources.offering_js, imports: [journal])
    private static let listening = Asset(
        script: "listening", bytes: PackageResources.listening_js, imports: [offering])
    private static let sending = Asset(script: "sending", bytes: PackageResources.sending_js)
    private static let saving = Asset(
        script: "saving", bytes: PackageResources.saving_js,
        imports: [journal, keptPage, line, listening, offering, sending])
    private static let copying = Asset(script: "copying", bytes: PackageResources.copying_js)

    /// Buttons for Markdown, and pasting, which turns other text into Markdown.
    private static let typing = [
        editing, emphasis, blocks, escaping, cleaning, word, phrases, lists, tables, converting, toolbar, pasting,
        continuing,
    ]
    private static let tools = Asset(script: "tools", bytes: PackageResources.tools_js)
    private static let editing = Asset(script: "editing", bytes: PackageResources.editing_js)
    private static let emphasis = Asset(script: "emphasis", bytes: PackageResources.emphasis_js, imports: [editing])
    private static let blocks = Asset(script: "blocks", bytes: PackageResources.blocks_js, imports: [editing])
    private static let escaping = Asset(script: "escaping", bytes: PackageResources.escaping_js)
    private static let cleaning = Asset(script: "cleaning", bytes: PackageResources.cleaning_js)
    private static let word = Asset(script: "word", bytes: PackageResources.word_js)
    private static let phrases = Asset(script: "phrases", bytes: PackageResources.phrases_js, imports: [escaping])
    private static let lists = Asset(script: "lists", bytes: PackageResources.lists_js)
    private static let tables = Asset(script: "tables", bytes: PackageResources.tables_js, imports: [cleaning])
    private static let converting = Asset(
        script: "converting", bytes: PackageResources.converting_js,
        imports: [cleaning, escaping, lists, phrases, tables, word])
    private static let toolbar = Asset(
        script: "toolbar", bytes: PackageResources.toolbar_js, imports: [tools, editing, emphasis, blocks])
    private static let pasting = Asset(
        script: "pasting", bytes: PackageResources.pasting_js, imports: [blocks, converting, editing, emphasis])

    private static let continuing = Asset(
        script: "continuing", bytes: PackageResources.continuing_js, imports: [editing])
    private static let picker = Asset(script: "picker", bytes: PackageResources.picker_js)
    private static let gallery = Asset(script: "gallery", bytes: PackageResources.gallery_js, imports: [picker])
    private static let counts = Asset(script: "counts", bytes: PackageResources.counts_js, imports: [tools])
    private static let preview = Asset(script: "preview", bytes: PackageResources.preview_js, imports: [tools])
}
