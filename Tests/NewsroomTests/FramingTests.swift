import Newsroom
import Testing

@Suite("The framing of a picture", .timeLimit(.minutes(1)))
struct FramingTests {
    private static let landscape = PixelSize(width: 3000, height: 2000)
    private static let portrait = PixelSize(width: 2000, height: 3000)

    @Test("Without a focal point and a rectangle, a place shows the whole picture")
    func none() {
        for crop in Picture.Crop.allCases { #expect(Framing().area(of: crop, in: Self.landscape) == nil) }
        let framing = Framing(rectangles: [.square: .init(left: 0, top: 0, width: 500, height: 500)])
        #expect(framing.area(of: .lead, in: Self.landscape) == nil)
        #expect(framing.area(of: .original, in: Self.landscape) == nil)
    }

    @Test(
        "A crop without a rectangle is the largest area of its ratio, as near to the focal point as the frame allows",
        arguments: [
            (Picture.Crop.square, 500, 500, PixelArea(left: 500, top: 0, width: 2000, height: 2000)),
            (.square, 600, 0, PixelArea(left: 800, top: 0, width: 2000, height: 2000)),
            (.square, 0, 1000, PixelArea(left: 0, top: 0, width: 2000, height: 2000)),
            (.square, 1000, 500, PixelArea(left: 1000, top: 0, width: 2000, height: 2000)),
            (.lead, 10, 10, PixelArea(left: 0, top: 0, width: 3000, height: 2000)),
            (.card, 1000, 0, PixelArea(left: 333, top: 0, width: 2667, height: 2000)),
        ])
    func aroundFocus(crop: Picture.Crop, left: Int, top: Int, expected: PixelArea) {
        let framing = Framing(focus: .init(left: left, top: top))
        #expect(framing.area(of: crop, in: Self.landscape) == expected)
    }

    @Test("In an upright picture, a wide crop has the full width")
    func portrait() {
        let framing = Framing(focus: .init(left: 900, top: 300))
        let area = framing.area(of: .lead, in: Self.portrait)
        #expect(area == PixelArea(left: 0, top: 234, width: 2000, height: 1333))
    }

    @Test("A rectangle comes before the focal point")
    func rectangle() {
        let part = Framing.Rectangle(left: 100, top: 200, width: 300, height: 300)
        let framing = Framing(focus: .init(left: 900, top: 900), rectangles: [.lead: part])
        #expect(
            framing.area(of: .lead, in: Self.landscape) == PixelArea(left: 300, top: 400, width: 900, height: 600))
        #expect(framing.area(of: .card, in: Self.landscape)?.left == 333)
    }

    @Test(
        "A rectangle of another ratio grows around its middle, stays in the frame, and is cut only if it must be",
        arguments: [
            // Too tall for 3:2: it becomes wider.
            (
                Framing.Rectangle(left: 400, top: 400, width: 100, height: 300),
                PixelArea(left: 900, top: 800, width: 900, height: 600)
            ),
            // Too wide: it becomes taller, and moves down from the edge.
            (
                Framing.Rectangle(left: 0, top: 0, width: 600, height: 100),
                PixelArea(left: 0, top: 0, width: 1800, height: 1200)
            ),
        ])
    func otherRatio(part: Framing.Rectangle, expected: PixelArea) {
        #expect(Framing(rectangles: [.lead: part]).area(of: .lead, in: Self.landscape) == expected)
    }

    @Test("A rectangle that the frame cannot hold at its ratio is cut around its middle")
    func cut() {
        let part = Framing.Rectangle(left: 0, top: 200, width: 1000, height: 600)
        let area = Framing(rectangles: [.square: part]).area(of: .square, in: Self.landscape)
        #expect(area == PixelArea(left: 500, top: 0, width: 2000, height: 2000))
    }

    @Test("Every area is inside its frame and has its ratio, to the nearest pixel")
    func always() {
        let odd = [PixelSize(width: 1, height: 9000), PixelSize(width: 7, height: 3)]
        for frame in odd + [Self.landscape, Self.portrait] {
            for step in stride(from: 0, through: 950, by: 190) {
                let part = Framing.Rectangle(left: step, top: 950 - step, width: 50, height: 50)
                let rectangles = Dictionary(uniqueKeysWithValues: TypedFraming.crops.map { ($0, part) })
                for framing in [Framing(focus: .init(left: step, top: step)), Framing(rectangles: rectangles)] {
                    for crop in TypedFraming.crops { expectInside(framing.area(of: crop, in: frame), crop, frame) }
                }
            }
        }
    }

    private func expectInside(_ area: PixelArea?, _ crop: Picture.Crop, _ frame: PixelSize) {
        guard let area, let ratio = crop.ratio else {
            Issue.record("no area")
            return
        }
        #expect(area.left >= 0 && area.top >= 0 && area.width > 0 && area.height > 0)
        #expect(area.left + area.width <= frame.width && area.top + area.height <= frame.height)
        #expect(abs(Double(area.width) - Double(area.height) * ratio) <= 1.5 || area.height == 1)
    }

    @Test("Another file keeps the focal point, and the rectangles if it has the same shape")
    func kept() {
        let part = Framing.Rectangle(left: 0, top: 0, width: 300, height: 300)
        let framing = Framing(focus: .init(left: 1, top: 2), rectangles: [.card: part])
        #expect(framing.kept(from: Self.landscape, to: PixelSize(width: 1601, height: 1067)) == framing)
        #expect(framing.kept(from: Self.landscape, to: Self.portrait) == Framing(focus: .init(left: 1, top: 2)))
    }
}

@Suite("A typed framing", .timeLimit(.minutes(1)))
struct TypedFramingTests {
    @Test("Percentages are accepted with a point or a comma, and shown again with one decimal")
    func accepted() throws {
        let typed = TypedFraming(numbers: [
            "focus-left": " 33,3 ", "focus-top": "0", "card-left": "10", "card-top": "20.5", "card-width": "89.96",
            "card-height": "5", "lead-left": "",
        ])
        let framing = try typed.accepted()
        #expect(framing.focus == .init(left: 333, top: 0))
        #expect(framing[.card] == .init(left: 100, top: 205, width: 900, height: 50))
        #expect(framing[.lead] == nil && framing[.square] == nil)
        let shown = TypedFraming(framing)
        #expect(shown.numbers["focus-left"] == "33.3" && shown.numbers["card-top"] == "20.5")
        #expect(try shown.accepted() == framing)
        #expect(try TypedFraming(numbers: [:]).accepted() == Framing())
    }

    @Test(
        "Anything else is refused beside its field",
        arguments: [
            (["focus-left": "50"], Refusal.PictureCode.cropIncomplete, "focus-top"),
            (["focus-left": "x", "focus-top": "1"], .noPercentage, "focus-left"),
            (["focus-left": "nan", "focus-top": "1"], .noPercentage, "focus-left"),
            (["focus-left": "1e99", "focus-top": "1"], .noPercentage, "focus-left"),
            (["focus-left": "-1", "focus-top": "1"], .noPercentage, "focus-left"),
            (["focus-left": "1", "focus-top": "100.1"], .noPercentage, "focus-top"),
            (
                ["lead-left": "0", "lead-top": "0", "lead-width": "4.9", "lead-height": "50"], .cropTooSmall,
                "lead-width"
            ),
            (
                ["square-left": "60", "square-top": "0", "square-width": "41", "square-height": "50"],
                .cropOutsideFrame, "square-width"
            ),
            (["card-left": "0", "card-top": "0", "card-width": "50"], .cropIncomplete, "card-height"),
        ])
    func refused(numbers: [String: String], code: Refusal.PictureCode, field: String) {
        let refusal = #expect(throws: Refusal.self) { try TypedFraming(numbers: numbers).accepted() }
        #expect(refusal?.code == .picture(code) && refusal?.field == field)
    }
}
