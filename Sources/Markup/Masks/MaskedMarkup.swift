/// Markup in which some words are shown only when asked for.
extension HTML {
    /// Puts each word to mask into a checkbox that shows it, without a script. `label` stands in its place until
    /// then. A link cannot hold a checkbox, so words of a link are shown behind it.
    package func masked(by masks: WordMasks, label: String) -> HTML {
        guard !masks.isEmpty else { return self }
        let all = bytes
        return all.withUnsafeBufferPointer { html in
            let places = masks.places(in: html)
            guard !places.isEmpty else { return self }
            var masking = Masking(html: html, label: HTML(text: label).bytes)
            for place in places { masking.mask(place) }
            masking.copy(to: html.count)
            return HTML(bytes: masking.out)
        }
    }
}

/// Copies markup and puts the words to mask into controls.
private struct Masking {
    let html: UnsafeBufferPointer<UInt8>
    let label: [UInt8]
    var out: [UInt8] = []
    private var place = 0
    private var isInLink = false
    /// The masked words of the link that is being copied.
    private var wordsOfLink: [Range<Int>] = []

    init(html: UnsafeBufferPointer<UInt8>, label: [UInt8]) {
        self.html = html
        self.label = label
    }

    /// Copies everything up to `end`, and sees which links begin and end.
    mutating func copy(to end: Int) {
        while place < end {
            let text = html[place..<end].prefix { $0 != UInt8(ascii: "<") }
            out.append(contentsOf: text)
            place = text.endIndex
            if place < end { copyTag() }
        }
    }

    /// Masks the text of a range. Tags inside stay outside of the controls.
    mutating func mask(_ range: Range<Int>) {
        copy(to: range.lowerBound)
        while place < range.upperBound {
            guard html[place] != UInt8(ascii: "<") else {
                copyTag()
                continue
            }
            let text = html[place..<range.upperBound].prefix { $0 != UInt8(ascii: "<") }
            place = text.endIndex
            mask(text: text)
        }
    }

    /// Masks text between two tags. The blanks around it stay outside of the control.
    private mutating func mask(text: Slice<UnsafeBufferPointer<UInt8>>) {
        let isInk = { (byte: UInt8) in byte > UInt8(ascii: " ") }
        guard let first = text.firstIndex(where: isInk), let last = text.lastIndex(where: isInk) else {
            return out.append(contentsOf: text)
        }
        out.append(contentsOf: html[text.startIndex..<first])
        if isInLink {
            writeLabel()
            wordsOfLink.append(first..<last + 1)
        } else {
            writeControl(first..<last + 1)
        }
        out.append(contentsOf: html[last + 1..<text.endIndex])
    }

    private mutating func copyTag() {
        var end = place
        while end < html.count, html[end] != UInt8(ascii: ">") { end += 1 }
        end = min(end + 1, html.count)
        let tag = html[place..<end]
        out.append(contentsOf: tag)
        place = end
        guard tag.tagName == "a" else { return }
        isInLink = tag.dropFirst().first != UInt8(ascii: "/")
        guard !isInLink else { return }
        for word in wordsOfLink { writeControl(word) }
        wordsOfLink.removeAll()
    }

    private mutating func writeLabel() {
        out.append("<span class=\"mask\">")
        out.append(contentsOf: label)
        out.append("</span>")
    }

    private mutating func writeControl(_ range: Range<Int>) {
        out.append("<label class=\"masked\"><input type=\"checkbox\" class=\"unseen\" autocomplete=\"off\">")
        writeLabel()
        out.append("<span class=\"word\">")
        out.append(contentsOf: html[range])
        out.append("</span></label>")
    }
}
