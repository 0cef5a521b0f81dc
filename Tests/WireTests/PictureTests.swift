import Newsroom
import Testing

@testable import Wire

@Suite("Pictures and packages", .timeLimit(.minutes(1)))
struct PictureTests {
    private func picture(caption: String) -> IncomingPicture? {
        read(Documents.picture(content: "<description role=\"drol:caption\">\(caption)</description>")).pictures.first
    }

    @Test("The chain of sources is separated from the caption")
    func chain() {
        let handout = picture(caption: "A bridge in rain.  WIRE/City of Porto/Handout via Wire TV ")
        #expect(handout?.caption == "A bridge in rain.")
        #expect(handout?.provenance.chain == ["WIRE", "City of Porto", "Handout"])
        #expect(handout?.provenance.via == "Wire TV" && handout?.provenance.isHandout == true)
        let named = picture(caption: "“Rain!” WIRE/A. Example")
        #expect(
            named?.caption == "“Rain!”" && named?.provenance.chain == ["WIRE", "A. Example"]
                && named?.provenance.via == nil)
        #expect(picture(caption: "Rain. CITY via Wire")?.provenance.chain == ["CITY"])
    }

    @Test("A caption without a chain of sources stays whole")
    func noChain() {
        for caption in [
            "Rain.", "Cats/dogs in rain.", "He won 3/4 of it. The rest via Porto",
            "A bridge (Photo by A. Example/Wire)",
        ] {
            let picture = picture(caption: caption)
            #expect(
                picture?.caption == caption && picture?.provenance.chain == [] && picture?.provenance.isHandout == false
            )
        }
        #expect(picture(caption: "Rain in this handout photograph.")?.provenance.isHandout == true)
    }

    @Test("A note to editors after the chain of sources stays in the caption")
    func note() {
        let picture = picture(caption: "Rain. WIRE/Handout via Wire ATTENTION EDITORS - NO SALES.")
        #expect(picture?.caption == "Rain. ATTENTION EDITORS - NO SALES." && picture?.provenance.via == "Wire")
    }

    @Test("Creator, credit and rights are read, and a byline takes precedence over a creator")
    func provenance() {
        let content =
            "<creator literal=\"x\"><name>Ada Example</name></creator>"
            + "<creditline>Wire</creditline><headline>Rain</headline>"
        let rights = """
            <copyrightHolder literal="Wire Ltd"/><copyrightNotice>(c) Wire</copyrightNotice>\
            <usageTerms>NO ARCHIVES</usageTerms>
            """
        let picture = read(Documents.picture(content: content, rights: rights)).pictures.first
        #expect(picture?.caption == "Rain" && picture?.headline == "Rain")
        #expect(
            picture?.provenance
                == Provenance(
                    creator: "Ada Example", creditLine: "Wire", copyrightHolder: "Wire Ltd",
                    copyrightNotice: "(c) Wire",
                    usageTerms: "NO ARCHIVES"))
        let by = read(Documents.picture(content: content + "<by>By Ben Sample</by>")).pictures.first
        #expect(by?.provenance.creator == "Ben Sample" && by?.alternativeText == nil)
        let described = Documents.picture(content: "<description role=\"drol:altText\">A bridge.</description>")
        #expect(read(described).pictures.first?.alternativeText == "A bridge.")
    }

    @Test("Usage terms come from all rights of an item, and the end of their validity becomes words")
    func validity() throws {
        let rights = """
            <usageTerms>NO ARCHIVES</usageTerms></rightsInfo><rightsInfo validto="2026-12-31T20:30:00+02:00">\
            <usageTerms>NO ARCHIVES</usageTerms></rightsInfo><rightsInfo><usageTerms>Europe only</usageTerms>
            """
        let picture = try #require(read(Documents.picture(rights: rights)).pictures.first)
        #expect(picture.provenance.usageTerms == "NO ARCHIVES\nValid until 2026-12-31T18:30Z.\nEurope only")
        let wrong = Documents.picture(rights: "</rightsInfo><rightsInfo validto=\"soon\">")
        #expect(read(wrong).pictures.isEmpty)
    }

    @Test("File names come largest first, after paths from the folder of the item")
    func fileNames() {
        let content = """
            <remoteContent contenttype="image/jpeg" width="100" height="80" residref="small" \
            href="http://a.example/x/small.jpg?y=/z#/q"/>
            <remoteContent contenttype="image/jpeg" width="1000" height="800" \
            residref="large" href="file:///./%20large.jpg">
              <altId type="idType:fileBIN">LARGE.JPG</altId><altId type="idType:number">7</altId></remoteContent>
            <remoteContent contenttype="video/mp4" width="9000" height="9000" residref="film"/>
            <remoteContent residref="../../etc/passwd" href="http://a.example/.."/>
            <remoteContent residref="a%2Fb" href="a%00b"/><remoteContent residref="c\\d" href="/e/"/>
            """
        let picture = read(Documents.picture(contentSet: content)).pictures.first
        #expect(
            picture?.fileNames == [
                "large", "large.jpg", "LARGE.JPG", "small", "small.jpg", "../../etc/passwd", "passwd",
            ])
    }

    @Test("Groups are walked depth first, and each story gets the pictures of its group")
    func package() throws {
        func group(_ id: String, _ content: String) -> String { "<group id=\"\(id)\">\(content)</group>" }
        let groups =
            group(
                "sides", Documents.reference("p5", "picture") + Documents.reference("s2") + "<groupRef idref=\"root\"/>"
            )
            + group(
                "root",
                Documents.reference("p1", "picture")
                    + "<groupRef idref=\"main\"/><groupRef idref=\"sides\"/><groupRef idref=\"none\"/>")
            + group(
                "main",
                Documents.reference("p2", "picture") + Documents.reference("s1") + Documents.reference("v", "video")
                    + Documents.reference("p3", "picture") + Documents.reference("p2", "picture")
                    + Documents.reference("s1"))
        let rights = "<usageTerms>NO ARCHIVES</usageTerms>"
        let package = try #require(read(Documents.package(groups, rights: rights)).packages.first)
        #expect(package.stories == ["s1", "s2"])
        #expect(package.galleries == ["s1": ["p1", "p2", "p3"], "s2": ["p5"]])
        #expect(package.usageTerms == "NO ARCHIVES" && package.wireVersion == 2)
        let canceled = read(Documents.package(groups, status: "stat:canceled")).packages.first
        #expect(canceled?.stories == [] && canceled?.galleries == [:])
    }

    @Test("A package without groups or stories is refused, and endless or long chains of groups end")
    func oddPackages() {
        #expect(read(Documents.package("")).faults.first?.sentence == "This package refers to no story.")
        let loop =
            "<group id=\"root\"><groupRef idref=\"root\"/><groupRef idref=\"b\"/></group>"
            + "<group id=\"b\"><groupRef idref=\"root\"/></group>"
        #expect(read(Documents.package(loop)).faults.count == 1)
        let chain = (0..<20_000).map { "<group id=\"g\($0)\"><groupRef idref=\"g\($0 + 1)\"/></group>" }.joined()
        let long = chain + "<group id=\"g20000\">\(Documents.reference("s"))</group>"
        #expect(read(Documents.package(long, root: "g0")).packages.first?.stories == ["s"])
    }
}
