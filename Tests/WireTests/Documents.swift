import Foundation
import Newsroom

@testable import Wire

/// NewsML-G2 documents that the tests write.
enum Documents {
    static let xhtml = "http://www.w3.org/1999/xhtml"

    /// A text item. Given parts replace the usual ones.
    static func story(
        guid: String = "tag:wire.example,2026:one", version: String = "3", status: String = "stat:usable",
        dates: String = usualDates, meta: String = "", content: String = "<headline>A bridge opens </headline>",
        language: String = "en-GB", body: String = "<p>PORTO (Wire) - It opened.</p>", contentSet: String? = nil
    ) -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="\(guid)" version="\(version)" \
        xml:lang="\(language)">
        <itemMeta><itemClass qcode="ninat:text"/>\(dates)<pubStatus qcode="\(status)"/>\(meta)</itemMeta>
        <contentMeta>\(content)</contentMeta>
        <contentSet>\(contentSet ?? xhtmlBody(body))</contentSet>
        </newsItem>
        """
    }

    static let usualDates =
        "<versionCreated>2026-02-03T04:05:06.789Z</versionCreated>"
        + "<firstCreated>2026-02-01T12:00:00+02:00</firstCreated>"

    static func xhtmlBody(_ body: String) -> String {
        "<inlineXML contenttype=\"application/xhtml+html\"><html xmlns=\"\(xhtml)\"><head><title/></head>"
            + "<body>\(body)</body></html></inlineXML>"
    }

    static func picture(
        guid: String = "tag:wire.example,2026:picture", content: String = "", rights: String = "",
        contentSet: String = ""
    ) -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="\(guid)" version="1" xml:lang="en">
        <rightsInfo>\(rights)</rightsInfo>
        <itemMeta><itemClass qcode="ninat:picture"/>\(usualDates)</itemMeta>
        <contentMeta>\(content)</contentMeta><contentSet>\(contentSet)</contentSet>
        </newsItem>
        """
    }

    static func package(_ groups: String, root: String = "root", status: String = "stat:usable", rights: String = "")
        -> String
    {
        """
        <packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:wire.example,2026:package" version="2">
        <rightsInfo>\(rights)</rightsInfo>
        <itemMeta><itemClass qcode="ninat:composite"/>\(usualDates)<pubStatus qcode="\(status)"/></itemMeta>
        <groupSet root="\(root)">\(groups)</groupSet>
        </packageItem>
        """
    }

    static func reference(_ guid: String, _ itemClass: String = "text") -> String {
        "<itemRef residref=\"\(guid)\"><itemClass qcode=\"ninat:\(itemClass)\"/></itemRef>"
    }

    static func message(_ items: String...) -> String {
        "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/>"
            + "<itemSet>\(items.joined())</itemSet></newsMessage>"
    }
}

/// Reads a document written by a test.
func read(_ document: String) -> WireDocument {
    NewsMLReader().read(Data(document.utf8), named: "test.xml")
}

extension WireDocument {
    var stories: [IncomingStory] { items.compactMap { if case .story(let story) = $0.item { story } else { nil } } }
    var pictures: [IncomingPicture] {
        items.compactMap { if case .picture(let picture) = $0.item { picture } else { nil } }
    }
    var packages: [IncomingPackage] {
        items.compactMap { if case .package(let package) = $0.item { package } else { nil } }
    }
}

extension WireFault {
    /// Why the item is unreadable; `nil` if a rule of the newsroom refused it.
    var sentence: String? { if case .unreadable(let sentence) = reason { sentence } else { nil } }

    var refusal: Refusal? { if case .refused(let refusal) = reason { refusal } else { nil } }
}
