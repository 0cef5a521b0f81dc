/// The words of the pages that a proxy shows by itself.
package struct ProxyErrorWords: Sendable {
    package var tooLarge = "That was too large"
    package var tooLargeText = """
        Nothing was stored. Go back: your browser usually still has your text. Shorten it, or choose smaller files, and \
        send it again.
        """
    package var noResponse = "The newspaper does not respond"
    package var noResponseText = """
        Try again in a minute. If you sent something, first check whether it arrived. If it did not, go back: your \
        browser usually still has your text.
        """
    package var unavailable = "The newspaper is unavailable"
    package var unavailableText = """
        Try again in a minute. If you sent something, it was not stored. Go back: your browser usually still has your \
        text.
        """
}
