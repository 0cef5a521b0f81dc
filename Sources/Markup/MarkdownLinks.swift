import CCMarkGFM

extension Markdown {
    /// The addresses of links that lead nowhere, because they are not safe addresses; see `SafeURL`. Readers see
    /// only the text of such a link.
    package var brokenLinks: [String] {
        var broken: [String] = []
        walk(passingOver: { _ in false }) { node, entering in
            guard entering, node.kind == CMARK_NODE_LINK, SafeURL(node.address) == nil else { return }
            broken.append(String(node.address.prefix(200)))
        }
        return broken
    }

    /// The numbers of the pictures that the text places, in order.
    package var placedPictures: [Int64] {
        var numbers: [Int64] = []
        walk(passingOver: { _ in false }) { node, entering in
            if entering, let number = node.placedPicture { numbers.append(number) }
        }
        return numbers
    }

    /// The addresses that become cards if the page has cards for them, each once, in order.
    package var cardAddresses: [String] {
        var addresses: [String] = []
        var known: Set<String> = []
        walk(passingOver: { _ in false }) { node, entering in
            guard entering, let address = node.cardAddress, known.insert(address.text).inserted else { return }
            addresses.append(address.text)
        }
        return addresses
    }
}
