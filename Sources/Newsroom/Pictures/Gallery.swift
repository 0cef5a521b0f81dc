/// The pictures of a story in display order.
package struct Gallery: Sendable, Hashable {
    package let pictures: [Picture]

    package init(_ pictures: [Picture]) { self.pictures = pictures }

    package var isEmpty: Bool { pictures.isEmpty }
    package var count: Int { pictures.count }

    /// The picture at a place, counted from 1.
    package func picture(at place: Int) -> Picture? {
        pictures.indices.contains(place - 1) ? pictures[place - 1] : nil
    }

    /// The place of a picture, counted from 1; `nil` if it is not in the gallery.
    package func place(of picture: Picture.ID) -> Int? {
        pictures.firstIndex { $0.id == picture }.map { $0 + 1 }
    }
}
