/// Passages that were taken out of a comment, each shown as five blocks (U+2588).
extension HTML {
    /// A reader's comment in which each run of exactly five blocks is one picture with this spoken text. Use it only
    /// for a comment that a passage was taken out of, because anybody can type the blocks.
    package mutating func write(comment text: String, blackouts spoken: String?) {
        guard let spoken else { return write(comment: text) }
        append(Markdown.comment(text).withBlackouts(spoken))
    }

    /// Looks only at text: an address with blocks stays as it is. Takes time proportional to the length.
    private func withBlackouts(_ spoken: String) -> HTML {
        let picture: HTML = "<span class=\"blackout\" role=\"img\" aria-label=\"\(spoken)\">█████</span>"
        let (all, block) = (bytes, Array("█".utf8))
        var (out, start, place, isInTag) = ([UInt8](), 0, 0, false)
        while place < all.count {
            if all[place] == UInt8(ascii: "<") { isInTag = true }
            if all[place] == UInt8(ascii: ">") { isInTag = false }
            var end = place
            while all[place] == block[0], all[end...].starts(with: block) { end += block.count }
            guard end > place else {
                place += 1
                continue
            }
            if end - place == 5 * block.count, !isInTag {
                out.append(contentsOf: all[start..<place])
                out.append(contentsOf: picture.bytes)
                start = end
            }
            place = end
        }
        out.append(contentsOf: all[start...])
        return HTML(bytes: out)
    }
}
