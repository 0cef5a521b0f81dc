import Newsroom
import Testing

@Suite("Texts of pictures", .timeLimit(.minutes(1)))
struct PictureTextsTests {
    @Test(
        "The parties of a credit line are read, and shown as they were typed",
        arguments: [
            ("REUTERS/SANA/Handout via Reuters", ["REUTERS", "SANA", "Handout"], "Reuters", true),
            ("Broadsheet/Drawing", ["Broadsheet", "Drawing"], nil, false), ("Ada Example", [], nil, false),
            ("Ada Example via Harbor Press", ["Ada Example"], "Harbor Press", false), ("handout", [], nil, true),
        ] as [(String, [String], String?, Bool)])
    func parties(line: String, chain: [String], via: String?, isHandout: Bool) {
        let provenance = Provenance(creditLine: line)
        #expect(provenance.chain == chain && provenance.via == via && provenance.isHandout == isHandout)
        #expect(provenance.credit == line)
    }

    @Test("Texts that nobody changes keep what the agency says of their origin")
    func unchanged() {
        let old = Provenance(
            creator: "Ada Example", creditLine: "Reuters", chain: ["REUTERS", "Handout"], via: "Reuters",
            isHandout: true,
            source: "SANA", copyrightHolder: "SANA", usageTerms: "NO ARCHIVES")
        let picture = Picture(
            id: Picture.ID(7), guid: "g", caption: "A pier", alternativeText: "", provenance: old, renditions: [])
        let texts = PictureTexts(picture)
        #expect(texts.credit == "REUTERS/Handout via Reuters" && texts.copyright == "SANA")
        let new = texts.provenance(replacing: old)
        #expect(new.chain == old.chain && new.via == old.via && new.isHandout && new.copyrightHolder == "SANA")
        #expect(new.copyrightNotice == nil && new.source == "SANA" && new.usageTerms == "NO ARCHIVES")
    }

    @Test("What is missing is named in the order of the checks")
    func gaps() {
        #expect(
            PictureTexts().gaps == [.pictureWithoutDescription, .pictureWithoutCaption, .pictureWithoutCredit])
        var texts = PictureTexts()
        (texts.caption, texts.alternativeText, texts.creator) = ("A pier", "Planks on posts", "Ada Example")
        #expect(texts.gaps.isEmpty)
    }

    @Test("A text that is too long or unprintable is refused at its field")
    func refused() {
        var texts = PictureTexts()
        texts.alternativeText = String(repeating: "a", count: 10_001)
        #expect(throws: Refusal.self) { try texts.accepted() }
        do { _ = try texts.accepted() } catch { #expect(error.field == "alternative-text") }
    }
}

@Suite("Pictures in the form of a draft", .timeLimit(.minutes(1)))
struct GalleryLineTests {
    private func gallery(_ typed: String) throws -> [GalleryEntry] {
        var draft = TypedDraft()
        draft.gallery = typed
        return try draft.accept { _ in nil }.gallery
    }

    @Test("Numbers stand on one line or on several, with or without captions")
    func lines() throws {
        let (seven, eight) = (Picture.ID(7), Picture.ID(8))
        #expect(try gallery("7 8") == [GalleryEntry(seven), GalleryEntry(eight)])
        #expect(try gallery("7,\r\n8, 7") == [GalleryEntry(seven), GalleryEntry(eight)])
        #expect(
            try gallery("8: The bridge: at dawn\n7") == [
                GalleryEntry(eight, caption: "The bridge: at dawn"), GalleryEntry(seven),
            ])
        #expect(try gallery("8:") == [GalleryEntry(eight)])
    }

    @Test("A line that is no number is refused and named", arguments: ["bridge", "7 bridge", "x: caption", "7.5"])
    func refused(line: String) { #expect(throws: Refusal.self) { try gallery(line) } }

    @Test("A draft shows its pictures as they are typed")
    func shown() throws {
        for typed in ["7 8", "8: The bridge: at dawn\n7"] {
            var content = DraftContent()
            content.gallery = try gallery(typed)
            #expect(TypedDraft(content) { _ in TypedDraft.Time() }.gallery == typed)
        }
    }
}
