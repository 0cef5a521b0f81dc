import Foundation
import Newsroom
import Testing

@testable import Wire

/// Varies every optional element of a NewsML-G2 item: it is missing, empty, plain, repeated, or in other forms
/// that the standard allows or agencies send.
@Suite("Optional elements", .timeLimit(.minutes(1)))
struct OptionalElementTests {
    @Test("2,000 items with any mix of optional elements are each read or named with a line")
    func mixes() {
        var random = SplitMix(state: 19)
        var taken = 0
        for number in 0..<2_000 {
            let item = GeneratedItem(number: number, &random)
            let document = NewsMLReader().read(Data(item.text.utf8), named: "a.xml")
            #expect(document.items.count + document.faults.count == 1, "\(item.text)")
            #expect(document.faults.allSatisfy { $0.line != nil && $0.file == "a.xml" }, "\(item.text)")
            #expect(document.assumptions.allSatisfy { $0.sentence.hasSuffix(".") })
            #expect(document.items.isEmpty == item.mustBeRefused, "\(item.text) \(document.faults)")
            guard let story = document.stories.first else { continue }
            taken += 1
            #expect(story.headline == "Rain \(number)" && story.body.hasPrefix("It rained."), "\(item.text)")
            #expect(story.dateline == nil || story.dateline?.place == "PORTO", "\(item.text)")
            #expect(story.byline.map { $0.contains("Example") } ?? true, "\(item.text)")
        }
        #expect(taken > 1_000)
    }
}

/// An item that takes one form of each element by chance.
private struct GeneratedItem {
    private(set) var text = ""
    /// Whether one of its elements keeps the item from being read.
    private(set) var mustBeRefused = false

    init(number: Int, _ random: inout SplitMix) {
        func pick(_ forms: [String]) -> String { forms.randomElement(using: &random) ?? "" }
        let date = pick([
            "2026-02-03T04:05:06Z", "2026-02-03T04:05:06.7891234567+0100", "2026-02-03T04:05:06", "20260203T040506Z",
            "2026-02-03T24:00:00Z", "2026-02-03",
        ])
        let status = pick(Self.statuses)
        let embargo = pick(["", "", "<embargoed>\(date)</embargoed>"])
        mustBeRefused = status.contains("withheld")
        let meta = Self.itemMeta.map(pick).joined(separator: "\n")
        let content = Self.contentMeta.map(pick).joined(separator: "\n")
        let rights = Self.rights.map(pick).joined()
        text = """
            \(pick(["", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "<?xml version='1.0'?>\n<!DOCTYPE newsItem>\n"]))\
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:\(number)" \
            \(pick(["", "version=\"1\"", "version=\"1542761538\""])) \(pick(["", "xml:lang=\"en\"", "xml:lang=\"swe\""])) \
            \(pick(["", "standard=\"NewsML-G2\" standardversion=\"2.29\" conformance=\"power\"", "dir=\"ltr\""]))>
            \(pick(["", "<catalogRef href=\"http://www.iptc.org/std/catalog/x.xml\"/>", "<catalog><scheme alias=\"a\" uri=\"b\"/></catalog>"]))
            \(pick(["", "<hopHistory><hop seq=\"1\"><party literal=\"x\"/><action qcode=\"a:b\"/></hop></hopHistory>"]))
            <rightsInfo>\(rights)</rightsInfo>
            <itemMeta><itemClass \(pick(["qcode=\"ninat:text\"", "uri=\"http://cv.iptc.org/newscodes/ninature/text\""]))/>
            \(meta)<versionCreated>\(date)</versionCreated>\(pick(["", "<firstCreated/>", "<firstCreated>\(date)</firstCreated>"]))
            \(embargo)\(status)</itemMeta>
            <contentMeta><headline>Rain \(number)</headline>\(content)</contentMeta>
            \(pick(["", "<assert qcode=\"a:b\"><name>x</name></assert>"]))
            <contentSet>\(pick(Self.bodies))</contentSet></newsItem>
            """
    }

    private static let statuses = [
        "", "", "<pubStatus qcode=\"stat:usable\"/>",
        "<pubStatus uri=\"http://cv.iptc.org/newscodes/pubstatusg2/usable\"/>",
        "<pubStatus qcode=\"stat:withheld\"/>",
    ]

    private static let itemMeta = [
        [
            "", "<provider qcode=\"p:harbor\"/>", "<provider literal=\"harbor\"><name>Harbor Wire</name></provider>",
            "<provider/>",
        ],
        ["", "<fileName>a.xml</fileName>", "<generator versioninfo=\"1\">x</generator>", "<profile>text</profile>"],
        [
            "", "<service qcode=\"s:a\"><name>World</name></service>",
            "<service qcode=\"s:a\"/><service qcode=\"s:b\"/>",
        ],
        ["", "<title>slug</title>", "<title/>", "<edNote>Eds: x</edNote>", "<edNote role=\"r:a\"/>"],
        ["", "<memberOf qcode=\"m:a\"><name>Weather</name></memberOf>", "<memberOf qcode=\"m:a\"/>"],
        ["", "<signal qcode=\"sig:update\"/>", "<signal qcode=\"sig:correction\"/>", "<altRep href=\"x\"/>"],
        ["", "<link rel=\"irel:seeAlso\" residref=\"x\"><itemClass qcode=\"ninat:text\"/></link>", "<link/>"],
        ["", "<deliverableOf/>", "<hash>x</hash>", "<expires>2030-01-01T00:00:00Z</expires>", "<origRep/>"],
    ]

    private static let contentMeta = [
        [
            "", "<urgency>4</urgency>", "<urgency/>", "<icon href=\"a\"/>",
            "<contentCreated>2026-02-01</contentCreated>",
        ],
        [
            "", "<located qcode=\"l:a\"/>", "<located><name>Porto</name><name xml:lang=\"de\">Porto</name></located>",
            "<located/>",
        ],
        [
            "", "<digitalSourceType uri=\"x\"/>", "<infoSource qcode=\"p:x\"/>",
            "<contributor><name>x</name></contributor>",
        ],
        [
            "", "<creator qcode=\"c:a\"/>", "<creator><name>Ada Example</name></creator>",
            "<creator literal=\"reuters\"/>",
            "<creator type=\"cpnat:organisation\"><name>Example News</name></creator>", "<creator/>",
        ],
        [
            "", "<by>By Ada Example</by>", "<by/>", "<by>Ada Example</by><by>Ben Example</by>",
            "<by>Ada Example, MAR 04</by>",
        ],
        ["", "<dateline>PORTO</dateline>", "<dateline/>", "<dateline>2026-02-01 12:00:00 GMT</dateline>"],
        [
            "", "<creditline>Harbor</creditline>", "<creditline/>", "<keyword>rain</keyword>",
            "<slugline>RAIN/</slugline>",
        ],
        [
            "", "<subject qcode=\"medtop:1\"/>", "<subject qcode=\"medtop:1\"><name>Weather</name></subject>",
            "<subject/>",
            "<subject type=\"cpnat:poi\"><name xml:lang=\"de\">Wetter</name><name xml:lang=\"en\">Weather</name></subject>",
        ],
        [
            "", "<genre qcode=\"g:a\"/>", "<genre><name>Update</name></genre>", "<language tag=\"en\"/>",
            "<language tag=\"\"/>",
        ],
        [
            "", "<description role=\"drol:summary\">In short.</description>", "<description/>",
            "<description>x</description>",
            "<description role=\"drol:caption\">A caption.</description>",
        ],
        [
            "", "<contentMetaExtProperty type=\"x\" value=\"y\"/>", "<x:own xmlns:x=\"urn:x\">z</x:own>",
            "<!-- a comment -->",
        ],
    ]

    private static let rights = [
        ["", "<copyrightHolder/>", "<copyrightHolder literal=\"x\"><name>Harbor</name></copyrightHolder>"],
        ["", "<copyrightNotice>(c) Harbor</copyrightNotice>", "<copyrightNotice/>", "<usageTerms>None</usageTerms>"],
    ]

    private static let bodies = [
        "<inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>It rained.</p></body></html></inlineXML>",
        "<inlineXML><html><body><h1>Rain</h1><p>PORTO (Wire) - It rained.</p></body></html></inlineXML>"
            .replacing("<h1>Rain</h1>", with: ""),
        "<inlineXML><nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"><body><body.content><p>It rained.</p></body.content></body></nitf></inlineXML>",
        "<inlineData contenttype=\"text/plain\">PORTO, Feb 2 (Reuters) - It rained.\n\nThen not.</inlineData>",
        "<inlineData contenttype=\"text/html\"><![CDATA[<p>It rained.</p>]]></inlineData>",
        "<inlineXML wordcount=\"2\" rendition=\"r:web\"><body><p>It rained.</p></body></inlineXML><remoteContent href=\"a.jpg\"/>",
    ]
}
