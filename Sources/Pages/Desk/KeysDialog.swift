import Markup

/// The dialog in which moderators see and change the keys of the queue. Only a script opens it.
enum KeysDialog {
    private static let acts = ["approve", "remove", "hold", "skip", "escalate", "thread", "reply", "undo"]

    static func html(in context: SiteContext) -> HTML {
        let words = context.words.queue
        let rows = acts.map { act -> HTML in
            """
            <p class="field"><label for="key-\(act)">\(words.act(act))</label>
            <input type="text" id="key-\(act)" data-act="\(act)" maxlength="1" autocapitalize="off" autocomplete="off"></p>

            """
        }
        return """
            <template id="queue-keys">
            <dialog class="keys" aria-labelledby="keys-heading" data-lost="\(words.lost)">
            <h2 id="keys-heading">\(words.keys)</h2>
            <p class="hint">\(words.keysHint)</p>
            <p><label><input type="checkbox" class="keys-on"> \(words.keysOn)</label></p>
            \(rows)<p class="buttons"><button type="button" class="closing">\(words.close)</button></p>
            </dialog>
            <dialog class="unsent" aria-labelledby="unsent-question"><form method="dialog">
            <p id="unsent-question">\(words.unsent)</p>
            <p class="buttons"><button class="quiet" value="">\(words.stay)</button> \
            <button value="go">\(words.goOn)</button></p>
            </form></dialog>
            <button type="button" class="plain keys-help">\(words.keys) <kbd>?</kbd></button>
            </template>

            """
    }
}
