import Markup
import Newsroom

/// The form that uploads pictures. With scripts, files can be dropped on it, and each shows its progress.
struct UploadForm {
    let context: SiteContext

    func html() -> HTML {
        let words = context.words.library
        return """
            <form class="upload" method="post" action="\(Address.library)" enctype="multipart/form-data" \
            data-sending="\(words.sending)" data-developing="\(words.developing)" data-lost="\(words.notSent)" \
            data-progress="\(words.progress("{done}", "{all}"))">
            <div class="field"><label for="files">\(words.choose)</label>
            <input type="file" id="files" name="files" multiple required \
            accept="image/jpeg,image/png,image/gif,image/webp,image/tiff" aria-describedby="files-hint">
            <p class="hint" id="files-hint">\(words.uploadHint)</p></div>
            <p class="buttons"><button>\(words.uploadButton)</button></p>
            <p class="progress" role="status"></p>
            <ul class="uploads"></ul>
            </form>

            """
    }
}
