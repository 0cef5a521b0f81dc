import Darkroom
import Foundation
import Newsroom
import Testing

/// The red and green that the corners must have once the picture is upright. In the file, red is 0 on the
/// left and 1 on the right, and green is 0 at the top and 1 at the bottom (CIPA DC-008-2023, tag 0x0112).
struct Orientation: Sendable, CustomTestStringConvertible {
    let value: Int
    let topLeft: [Double]
    let topRight: [Double]
    var testDescription: String { "orientation \(value)" }

    static let all = [
        Orientation(value: 1, topLeft: [0, 0], topRight: [1, 0]),
        Orientation(value: 2, topLeft: [1, 0], topRight: [0, 0]),
        Orientation(value: 3, topLeft: [1, 1], topRight: [0, 1]),
        Orientation(value: 4, topLeft: [0, 1], topRight: [1, 1]),
        Orientation(value: 5, topLeft: [0, 0], topRight: [0, 1]),
        Orientation(value: 6, topLeft: [0, 1], topRight: [0, 0]),
        Orientation(value: 7, topLeft: [1, 1], topRight: [1, 0]),
        Orientation(value: 8, topLeft: [1, 0], topRight: [1, 1]),
    ]
}

@Suite("Renditions are upright", .needsTools, .timeLimit(.minutes(5)))
struct UprightTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    @Test("A picture in any orientation that a camera can record becomes upright", arguments: Orientation.all)
    func orientation(_ orientation: Orientation) async throws {
        let picture = try await fixture.picture("picture.jpg", 120, 80)
        try await fixture.tag(picture, "-Orientation=\(orientation.value)")
        for rendition in try await fixture.darkroom.develop(picture).renditions {
            #expect(rendition.size == (orientation.value < 5 ? [120, 80] : [80, 120]))
            let topLeft = try await fixture.colour(of: rendition, atX: 0, y: 0)
            let topRight = try await fixture.colour(of: rendition, atX: 1, y: 0)
            #expect(near(topLeft, orientation.topLeft), "\(rendition.format): \(topLeft)")
            #expect(near(topRight, orientation.topRight), "\(rendition.format): \(topRight)")
        }
    }

    @Test("A picture in any format that records the orientation becomes upright", arguments: ["png", "webp", "tif"])
    func kinds(kind: String) async throws {
        let picture = try await fixture.picture("picture.\(kind)", 120, 80)
        try await fixture.tag(picture, "-Orientation=6")
        let rendition = try await fixture.darkroom.develop(picture).renditions[0]
        #expect(rendition.size == [80, 120])
    }

    @Test(
        "The shared scene in four orientations becomes upright", .needsShared("photos"),
        arguments: [
            ("landscape_1.jpg", [600, 450]), ("landscape_3.jpg", [600, 450]), ("landscape_6.jpg", [600, 450]),
            ("landscape_8.jpg", [600, 450]), ("portrait_6.jpg", [450, 600]),
        ])
    func sharedScene(name: String, size: [Int]) async throws {
        let largest = try #require(try await fixture.darkroom.develop(Shared.photo(name)).renditions.last)
        #expect(largest.size == size)
    }

    private func near(_ colour: [Int], _ parts: [Double]) -> Bool {
        colour.count >= parts.count && zip(colour, parts).allSatisfy { abs(Double($0) - 255 * $1) < 25 }
    }
}
