/// The pictures in which two versions of a story differ.
package struct GalleryComparison: Sendable, Hashable {
    /// A picture that was added, removed or moved, or that has another caption.
    package struct Change: Sendable, Hashable {
        /// As the newer version shows it, or the older one if it was removed.
        package let picture: Picture
        /// The place in the older gallery, counted from 1; `nil` if the picture was added.
        package let older: Int?
        /// The place in the newer gallery; `nil` if it was removed.
        package let newer: Int?
        package let isMoved: Bool
        /// `nil` if the caption is the same.
        package let earlierCaption: WireText?
    }

    /// In the order of the newer gallery, and then the removed ones.
    package let changes: [Change]

    package init(from older: Gallery, to newer: Gallery) {
        let kept = newer.pictures.map { older.place(of: $0.id) }
        let resting = Self.longestRise(kept.compactMap(\.self))
        let inNewer = zip(newer.pictures, kept).enumerated().map { index, found in
            let (picture, place) = found
            let earlier = place.flatMap(older.picture(at:))?.caption
            return Change(
                picture: picture, older: place, newer: index + 1,
                isMoved: place.map { !resting.contains($0) } ?? false,
                earlierCaption: earlier == picture.caption ? nil : earlier)
        }
        let removed = older.pictures.enumerated().filter { newer.place(of: $0.element.id) == nil }.map {
            Change(picture: $0.element, older: $0.offset + 1, newer: nil, isMoved: false, earlierCaption: nil)
        }
        changes = inNewer.filter { $0.older == nil || $0.isMoved || $0.earlierCaption != nil } + removed
    }

    /// The largest set of places that follow each other in the same order as before. The fewest pictures move.
    private static func longestRise(_ places: [Int]) -> Set<Int> {
        var lengths: [Int] = []
        var previous: [Int?] = []
        for (index, place) in places.enumerated() {
            let best = places.indices.prefix(index).filter { places[$0] < place }.max { lengths[$0] < lengths[$1] }
            lengths.append((best.map { lengths[$0] } ?? 0) + 1)
            previous.append(best)
        }
        var rise: Set<Int> = []
        var next = lengths.indices.max { lengths[$0] < lengths[$1] }
        while let index = next {
            rise.insert(places[index])
            next = previous[index]
        }
        return rise
    }
}
