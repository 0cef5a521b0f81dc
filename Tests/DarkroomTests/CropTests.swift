import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("The crops of a picture", .needsTools, .timeLimit(.minutes(5)))
struct CropTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    private func develop(_ picture: URL, _ framing: Framing, of frame: PixelSize? = nil) async throws
        -> DevelopedPicture
    {
        try await fixture.darkroom.develop(picture, as: .bare, keeping: framing, of: frame)
    }

    private func sizes(_ developed: DevelopedPicture, _ crop: Picture.Crop) -> [[Int]] {
        developed.renditions.filter { $0.crop == crop && $0.format == .jpeg }.map(\.size)
    }

    @Test("A picture without a framing has only the full frame")
    func none() async throws {
        let developed = try await develop(fixture.picture(), Framing())
        #expect(developed.renditions.allSatisfy { $0.crop == .original } && developed.framing == nil)
    }

    @Test("With a focal point, each crop has its widths in every format, and the full frame stays")
    func focus() async throws {
        let corner = Framing(focus: .init(left: 0, top: 0))
        let developed = try await develop(fixture.picture("picture.jpg", 1800, 900), corner)
        #expect(sizes(developed, .original) == [[320, 160], [640, 320], [1024, 512], [1600, 800]])
        #expect(sizes(developed, .lead) == [[640, 427], [1024, 683], [1350, 900]])
        #expect(sizes(developed, .card) == [[320, 240], [640, 480], [1024, 768]])
        #expect(sizes(developed, .square) == [[320, 320], [640, 640]])
        #expect(developed.framing == corner)
        for format in Rendition.Format.allCases {
            let count = developed.renditions.filter { $0.format == format }.count
            #expect(count == 4 + 3 + 3 + 2, "\(format)")
        }
        let stored = try fixture.storedNames()
        #expect(developed.renditions.allSatisfy { stored.contains($0.name) })
    }

    @Test("A file is never wider than its area has pixels")
    func narrow() async throws {
        let part = Framing.Rectangle(left: 500, top: 500, width: 500, height: 500)
        let developed = try await develop(
            fixture.picture("picture.jpg", 900, 600), Framing(rectangles: [.lead: part, .square: part]))
        #expect(sizes(developed, .lead) == [[450, 300]])
        #expect(sizes(developed, .square) == [[320, 320], [450, 450]])
        #expect(sizes(developed, .card) == [])
    }

    @Test("A small part of a large picture has all the pixels of the original")
    func largeOriginal() async throws {
        let part = Framing.Rectangle(left: 500, top: 0, width: 500, height: 500)
        let developed = try await develop(
            fixture.picture("picture.jpg", 3000, 2000), Framing(rectangles: [.lead: part]))
        #expect(sizes(developed, .lead).last == [1500, 1000])
        #expect(sizes(developed, .original).last == [1600, 1067])
    }

    @Test("Rectangles count from the top left of the upright picture", arguments: Orientation.all)
    func upright(_ orientation: Orientation) async throws {
        let picture = try await fixture.picture("picture.jpg", 300, 200)
        try await fixture.tag(picture, "-Orientation=\(orientation.value)")
        let part = Framing.Rectangle(left: 0, top: 0, width: 100, height: 100)
        let developed = try await develop(picture, Framing(rectangles: [.square: part]))
        let square = try #require(developed.renditions.first { $0.crop == .square && $0.format == .jpeg })
        #expect(square.size == [30, 30])
        let colour = try await fixture.colour(of: square, atX: 0, y: 0)
        #expect(
            zip(colour, orientation.topLeft).allSatisfy { abs(Double($0) - 255 * $1) < 25 }, "\(colour)")
    }

    @Test("A crop shows its part of the picture, in every format")
    func content() async throws {
        let part = Framing.Rectangle(left: 500, top: 250, width: 250, height: 250)
        let developed = try await develop(fixture.picture("picture.png", 600, 400), Framing(rectangles: [.lead: part]))
        for rendition in developed.renditions where rendition.crop == .lead {
            for (x, y, red, green) in [(0.0, 0.0, 0.5, 0.25), (1, 1, 0.75, 0.5)] {
                let found = try await fixture.colour(of: rendition, atX: x, y: y)
                let wanted = [red, green].map { 255 * $0 }
                #expect(zip(found, wanted).allSatisfy { abs(Double($0) - $1) < 15 }, "\(rendition.format): \(found)")
            }
        }
    }

    @Test("Texts and framing can be changed from the stored original, which gives the same files again")
    func fromOriginal() async throws {
        let first = try await develop(fixture.picture("picture.jpg", 700, 500), Framing())
        let framing = Framing(focus: .init(left: 700, top: 300))
        let original = try #require(first.original)
        let framed = try await fixture.darkroom.develop(original: original, for: .bare, framing: framing)
        #expect(framed.renditions.filter { $0.crop == .original } == first.renditions)
        #expect(try await fixture.darkroom.develop(original: original, for: .bare, framing: framing) == framed)
    }

    @Test("Another file keeps the focal point, and loses the rectangles if its shape differs")
    func otherShape() async throws {
        let part = Framing.Rectangle(left: 0, top: 0, width: 500, height: 500)
        let framing = Framing(focus: .init(left: 10, top: 20), rectangles: [.card: part])
        let old = PixelSize(width: 300, height: 200)
        let same = try await develop(fixture.picture("same.jpg", 600, 400), framing, of: old)
        #expect(same.framing == framing)
        let other = try await develop(fixture.picture("other.jpg", 200, 300), framing, of: old)
        #expect(other.framing == Framing(focus: .init(left: 10, top: 20)))
        #expect(sizes(other, .card) == [[200, 150]])
    }
}
