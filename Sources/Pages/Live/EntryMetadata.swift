import Markup
import Newsroom

extension StoryMetadata {
    /// The entries of the page as `BlogPosting` (schema.org), as far as they fit into `mostBytes`.
    func updates(_ entries: LiveEntries) -> [JSON] {
        var (found, bytes): ([JSON], Int) = ([], 0)
        for entry in entries.entries {
            bytes += entry.text.sent.utf8.count + Self.bytesBesideText
            guard bytes <= Self.mostBytes else { break }
            found.append(update(entry))
        }
        return found
    }

    private func update(_ entry: LiveEntry) -> JSON {
        .object([
            "@type": .text("BlogPosting"), "headline": .text(entry.title(in: languageMarkup)),
            "datePublished": .text(HouseTime.machineReadable(entry.createdAt)),
            "dateModified": entry.editedAt.map { .text(HouseTime.machineReadable($0)) },
            "author": .object(["@type": .text("Person"), "name": .text(entry.authorName)]),
            "articleBody": .text(Markdown(entry.text.sent).plainText(languageMarkup.typography).trimmed),
            "url": .text(context.absolute(Address.entry(entry.id, of: story.reference)).text),
        ])
    }
}
