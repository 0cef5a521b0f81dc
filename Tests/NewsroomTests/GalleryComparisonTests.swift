import Newsroom
import Testing

@Suite("Comparing the pictures of two versions", .timeLimit(.minutes(1)))
struct GalleryComparisonTests {
    private func gallery(_ pictures: [Int64], captions: [Int64: String] = [:]) -> Gallery {
        Gallery(
            pictures.map { number in
                Picture(
                    id: .init(number), guid: nil, caption: captions[number] ?? "Caption \(number)", alternativeText: "",
                    provenance: Provenance(), renditions: [])
            })
    }

    /// Each change as `picture: older place > newer place`, with a mark if the picture moved.
    private func changes(_ older: Gallery, _ newer: Gallery) -> [String] {
        GalleryComparison(from: older, to: newer).changes.map { change in
            let places = [change.older, change.newer].map { $0.map(String.init) ?? "-" }.joined(separator: " > ")
            return "\(change.picture.id): \(places)\(change.isMoved ? " moved" : "")"
        }
    }

    @Test("Equal galleries have no changes")
    func same() { #expect(changes(gallery([1, 2, 3]), gallery([1, 2, 3])) == []) }

    @Test(
        "Pictures are added, removed and moved, and as few as possible count as moved",
        arguments: [
            ([1, 2], [1, 3, 2], ["3: - > 2"]), ([1, 2, 3], [1, 3], ["2: 2 > -"]),
            ([1, 2, 3, 4], [4, 1, 2, 3], ["4: 4 > 1 moved"]), ([1, 2, 3], [2, 3, 1], ["1: 1 > 3 moved"]),
            ([], [1], ["1: - > 1"]), ([1], [], ["1: 1 > -"]), ([1, 2], [3], ["3: - > 1", "1: 1 > -", "2: 2 > -"]),
            ([1, 2], [2, 1], ["1: 1 > 2 moved"]),
        ])
    func places(older: [Int64], newer: [Int64], expected: [String]) {
        #expect(changes(gallery(older), gallery(newer)) == expected)
    }

    @Test("A changed caption comes with the earlier one, whether or not the picture moved")
    func captions() {
        let older = gallery([1, 2], captions: [1: "Dawn"])
        let comparison = GalleryComparison(from: older, to: gallery([1, 2], captions: [1: "Dusk"]))
        #expect(comparison.changes.map(\.earlierCaption) == ["Dawn"])
        #expect(comparison.changes.first?.picture.caption == "Dusk" && comparison.changes.first?.isMoved == false)
    }

    @Test("200 reversed pictures are compared")
    func many() {
        let numbers = Array(Int64(1)...200)
        #expect(changes(gallery(numbers), gallery(numbers.reversed())).count == 199)
    }
}
