import Markup
import Newsroom

/// The section for the focal point and the crops of a picture, with a preview of each place. With scripts, a pointer or
/// keys set them on the picture, and the previews follow.
struct FramingForm {
    let picture: LibraryPicture
    let typed: TypedFraming
    let refusal: Refusal?

    func html(in context: SiteContext) -> HTML {
        let words = context.words.framing
        let crops = TypedFraming.crops.map { group(words.cropName($0), TypedFraming.fields(of: $0), context) }
        return """
            <section class="framing" aria-labelledby="framing"\(spoken(words))>
            <h2 id="framing">\(words.title)</h2>
            <p class="hint">\(words.hint)</p>
            <form method="post" action="\(Address.libraryPicture(picture.id, "framing"))" novalidate>
            \(refusal?.field == nil ? refusal?.note(in: context, form: "framing-") : nil)\
            <input type="hidden" name="revision" value="\(picture.revision)">
            \(group(words.focus, TypedFraming.focusFields, context))\(crops)\
            <p class="buttons"><button>\(words.save)</button> <span class="hint">\(words.saveHint)</span></p>
            </form>
            \(previews(words, context.words.library))</section>

            """
    }

    /// The words that only the script says.
    private func spoken(_ words: FramingWords) -> HTML {
        """
         data-choose="\(words.choose)" data-move="\(words.move)" data-resize="\(words.resize)" \
        data-clear="\(words.clear)"
        """
    }

    private func group(_ name: String, _ fields: [String], _ context: SiteContext) -> HTML {
        let isRefused = refusal?.field.map(fields.contains) ?? false
        return """
            <fieldset data-group="\(fields[0].prefix { $0 != "-" })"><legend>\(name)</legend>
            \(isRefused ? refusal?.note(in: context, form: "framing-") : nil)\
            \(fields.map { number($0, context.words.framing) })</fieldset>

            """
    }

    private func number(_ field: String, _ words: FramingWords) -> HTML {
        let side = String(field.drop { $0 != "-" }.dropFirst())
        let refused: HTML =
            refusal?.field == field
            ? " aria-invalid=\"true\" aria-describedby=\"framing-refusal\" autofocus" : ""
        return """
            <div class="field"><label for="\(field)">\(words.sideName(side))</label>
            <input type="number" id="\(field)" name="\(field)" min="0" max="100" step="0.1" inputmode="decimal" \
            value="\(typed.numbers[field] ?? "")"\(refused)></div>

            """
    }

    /// Each place as it is saved.
    private func previews(_ words: FramingWords, _ library: LibraryWords) -> HTML {
        let items = (TypedFraming.crops + [.original]).compactMap { crop -> HTML? in
            guard let file = small(in: crop), let frame = small(in: .original) else { return nil }
            let hidden: HTML = picture.picture.has(crop) ? " hidden" : ""
            let whole: HTML = crop == .original ? "" : "<span class=\"whole\"\(hidden)>: \(words.whole)</span>"
            return """
                <li data-crop="\(crop.rawValue)"><figure>
                <div class="print"><img src="\(Address.rendition(file))" width="\(file.width)" height="\(file.height)" \
                alt="\(library.alternative(picture.picture))" data-frame="\(Address.rendition(frame))" loading="lazy" decoding="async"></div>
                <figcaption>\(words.cropName(crop))\(whole)</figcaption></figure></li>

                """
        }
        guard !items.isEmpty else { return "" }
        return "<h3>\(words.previews)</h3>\n<ul class=\"prints\">\n\(items)</ul>\n"
    }

    private func small(in crop: Picture.Crop) -> Rendition? {
        let files = picture.picture.renditions(as: .jpeg, in: crop)
        return files.first { $0.width >= 600 } ?? files.last
    }
}
