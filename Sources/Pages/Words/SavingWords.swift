/// The words about text that is typed and not saved yet.
package struct SavingWords: Sendable {
    /// The line near the buttons, after the server has stored the text.
    package var saved: Words.Named = { "Kept on the server at \($0). Press Save to add it to the history." }
    package var offer: Words.Named = { "The server has text that you typed at \($0) and did not add to the history." }
    package var open = "Open it"
    package var discard = "Discard it"
    package var restore = "Restore it"
    package var drop = "Discard it"
    package var signIn = "Sign in in a new tab"
    package var bothTexts = "Show both texts"
    package var copy = "Copy my text"
    package var copied = "Copied"
    package var sentences = SavingSentences()

    package var erasing = "This browser has text that you have not saved. Signing out erases it here."
    package var erase = "Sign out and erase it"
    package var stay = "Stay signed in"
}

/// The sentences that the script uses in the browser. `#` stands for a time.
package struct SavingSentences: Sendable, ScriptSentences {
    package var unsaved = "Not saved yet"
    /// The server does not have the text: a new story, or an offer that is still open.
    package var kept = "Not saved yet. This browser keeps your text."
    package var unkept = "Not saved yet. Only this window has your text, so leave it open."
    package var offline = "No connection. This browser keeps your text."
    package var offlineUnkept = "No connection. Only this window has your text, so leave it open."
    package var signedOut = "You are signed out. Sign in again, and saving goes on."
    package var offer = "This browser has unsaved text from #."
}
