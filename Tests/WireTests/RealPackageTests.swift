import Foundation
import Newsroom
import Testing

@testable import Wire

/// Reads a package from an agency. Skipped if `../shared` is missing.
@Suite("A real package", .enabled(if: SharedInput.isPresent), .timeLimit(.minutes(1)))
struct RealPackageTests {
    private let delivery = DeliveryReader().read([SharedInput.folder.appending(path: "wire/syria-2014")])

    private func guid(_ name: String) -> String { "tag_reuters.com_2014_newsml_" + name }

    private func findStory(_ name: String) -> IncomingStory? {
        delivery.items.lazy.compactMap { if case .story(let story) = $0.item { story } else { nil } }
            .first { $0.guid == guid(name) }
    }

    private func findPicture(_ name: String) -> IncomingPicture? {
        delivery.items.lazy.compactMap { if case .picture(let picture) = $0.item { picture } else { nil } }
            .first { $0.guid == guid(name) }
    }

    /// The source document. The tests compare with its text instead of repeating it.
    private func source(_ name: String) throws -> String {
        let file = try #require(delivery.items.first { $0.item.guid == guid(name) }?.file)
        return try String(contentsOf: SharedInput.folder.appending(path: "wire/syria-2014/\(file)"), encoding: .utf8)
    }

    @Test("Every file is a document or a picture, and none is refused")
    func whole() {
        #expect(delivery.faults.isEmpty)
        #expect(delivery.filesRead == 15)
        #expect(delivery.items.count == 6)
        #expect(delivery.pictureFiles.count == 9)
        #expect(delivery.items.map(\.item.wireVersion) == [10, 5, 2, 2, 2, 1])
    }

    @Test("The main story has its dateline, byline, crosshead, credits, topics and times")
    func mainStory() throws {
        let story = try #require(findStory("KBN0FL0NN"))
        let source = try source("KBN0FL0NN")
        let byline = try #require(story.byline)
        #expect(source.contains("<headline>\(story.headline) </headline>"))
        #expect(story.standfirst == nil)
        #expect(story.dateline == Dateline(place: "DAMASCUS", agency: "Reuters"))
        #expect(source.contains("<by>By \(byline)</by>") && !story.body.contains(byline))
        let paragraphs = story.body.components(separatedBy: "\n\n")
        #expect(paragraphs.count == 24)
        #expect(paragraphs.filter { $0.hasPrefix("#") } == ["## STILL STANDING"])
        #expect(paragraphs.firstIndex(of: "## STILL STANDING") == 12)
        #expect(source.contains("<p>DAMASCUS (Reuters) - \(paragraphs[0])</p>"))
        #expect(source.contains("<p>\(paragraphs[23])</p>"))
        #expect(!story.body.contains("\\") && !story.body.contains("---"))
        #expect(story.credits.map(\.role) == Array(repeating: "Additional reporting", count: 5) + ["Editing"])
        #expect(story.credits.map(\.place) == Array(repeating: "Beirut", count: 5) + [nil])
        #expect(source.contains("<p> (\(SignOff.sentence(story.credits)))</p>"))
        #expect(story.signOff == nil)
        #expect(story.topics.map(\.name) == ["Politics", "Elections", "Top News", "Middle East"])
        #expect(story.language.tag == "en-US")
        #expect(story.firstCreated == Timestamp.date("2014-07-16T08:10:15Z", in: .gmt))
        #expect(story.versionCreated == Timestamp.date("2014-07-16T15:53:10Z", in: .gmt))
        #expect(story.wireVersion == 5 && story.status == .usable && story.embargoedUntil == nil)
    }

    @Test("The sidebar has its own dateline, and credits that a comma separates")
    func sidebar() throws {
        let story = try #require(findStory("KBN0FL0ZP"))
        let source = try source("KBN0FL0ZP")
        #expect(source.contains("<headline>\(story.headline)</headline>"))
        #expect(story.standfirst == nil && story.byline == nil && story.signOff == nil)
        #expect(story.dateline == Dateline(place: "BEIRUT", agency: "Reuters"))
        #expect(story.body.components(separatedBy: "\n\n").count == 3)
        #expect(story.credits.map(\.role) == ["Reporting", "Editing"])
        #expect(story.credits.map(\.place) == [nil, nil])
        let people = story.credits.map(\.person)
        #expect(source.contains("(Reporting by \(people[0]), editing by \(people[1]))"))
        #expect(story.topics.map(\.name) == ["Politics", "Elections", "Top News", "Europe", "Middle East", "US"])
    }

    @Test("The package has both stories, three pictures in order, and its usage terms")
    func package() throws {
        guard case .package(let package) = delivery.items.first?.item else {
            Issue.record("The first item is not a package.")
            return
        }
        #expect(package.guid == guid("KBN0FL0NM") && package.wireVersion == 10)
        #expect(package.stories == [guid("KBN0FL0NN"), guid("KBN0FL0ZP")])
        #expect(
            package.galleries == [
                guid("KBN0FL0NN"): [guid("LYNXMPEA6F13M"), guid("LYNXMPEA6F0MS"), guid("LYNXMPEA6F0MT")]
            ])
        #expect(package.usageTerms == "NO ARCHIVAL USE")
        #expect(package.topics.map(\.name) == ["Politics", "Elections", "Top News", "Middle East"])
    }

    @Test("The handout has its sources, creator and files, the largest first")
    func handout() throws {
        let picture = try #require(findPicture("LYNXMPEA6F13M"))
        let source = try source("LYNXMPEA6F13M")
        #expect(source.contains(">\(picture.caption) REUTERS/SANA/Handout via Reuters</description>"))
        #expect(picture.provenance.chain == ["REUTERS", "SANA", "Handout"])
        #expect(picture.provenance.via == "Reuters" && picture.provenance.isHandout)
        #expect(picture.provenance.creator == "SANA" && picture.provenance.creditLine == "Reuters")
        #expect(picture.provenance.copyrightHolder == "Thomson Reuters" && picture.provenance.usageTerms == nil)
        #expect(picture.provenance.credit == "REUTERS/SANA/Handout via Reuters")
        let beside = picture.fileNames.first { delivery.pictureFiles[$0] != nil }
        #expect(beside == "tag_reuters.com_2014_binary_LYNXMPEA6F13M-BASEIMAGE")
        #expect(picture.fileNames.first == "tag_reuters.com_2014_binary_LYNXMPEA6F13M-FILEDIMAGE")
    }

    @Test("The stills have their sources and are not handouts")
    func stills() throws {
        for name in ["LYNXMPEA6F0MS", "LYNXMPEA6F0MT"] {
            let picture = try #require(findPicture(name))
            let source = try source(name)
            #expect(picture.caption.hasSuffix("2014.") && source.contains(">\(picture.caption) "))
            #expect(picture.provenance.chain == ["REUTERS", "Syria TV"])
            #expect(picture.provenance.via == "Reuters TV" && !picture.provenance.isHandout)
            #expect(picture.provenance.creator == "REUTERS TV")
            #expect(picture.fileNames.contains { delivery.pictureFiles[$0] != nil })
        }
    }
}
