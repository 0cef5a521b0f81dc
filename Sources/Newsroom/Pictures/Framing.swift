/// The focal point of a picture, and the parts that places show. Staff set it; a picture without it is shown whole.
///
/// All numbers are thousandths of the width or the height of the full frame, upright, from its top left.
package struct Framing: Sendable, Hashable, Codable {
    package struct Point: Sendable, Hashable, Codable {
        package var left, top: Int

        package init(left: Int, top: Int) {
            self.left = left
            self.top = top
        }
    }

    package struct Rectangle: Sendable, Hashable, Codable {
        package var left, top, width, height: Int

        package init(left: Int, top: Int, width: Int, height: Int) {
            self.left = left
            self.top = top
            self.width = width
            self.height = height
        }
    }

    package var focus: Point?
    private var lead, card, square: Rectangle?

    package init(focus: Point? = nil, rectangles: [Picture.Crop: Rectangle] = [:]) {
        self.focus = focus
        for (crop, rectangle) in rectangles { self[crop] = rectangle }
    }

    /// The rectangle of a crop; `nil` if the focal point decides. The full frame has none.
    package subscript(crop: Picture.Crop) -> Rectangle? {
        get {
            switch crop {
            case .original: nil
            case .lead: lead
            case .card: card
            case .square: square
            }
        }
        set {
            switch crop {
            case .original: break
            case .lead: lead = newValue
            case .card: card = newValue
            case .square: square = newValue
            }
        }
    }
}

extension Framing {
    /// A difference in shape that nobody sees, as a part of the ratio. Rounded sizes differ by as much.
    private static let sameShape = 0.01

    /// The part of a frame that a crop shows: its rectangle, or else the largest part around the focal point. `nil` if
    /// neither is set.
    ///
    /// A rectangle of another ratio is widened or heightened around its middle, so that the crop shows all of it. It is
    /// cut only where the frame is too small for that.
    package func area(of crop: Picture.Crop, in frame: PixelSize) -> PixelArea? {
        guard let ratio = crop.ratio else { return nil }
        let (width, height) = (Double(frame.width), Double(frame.height))
        if let rectangle = self[crop] {
            let across = Double(rectangle.width) / 1000 * width
            return PixelArea(
                of: ratio, aroundX: Double(rectangle.left) / 1000 * width + across / 2,
                y: Double(2 * rectangle.top + rectangle.height) / 2000 * height,
                width: max(across, Double(rectangle.height) / 1000 * height * ratio), in: frame)
        }
        return focus.map { point in
            PixelArea(
                of: ratio, aroundX: Double(point.left) / 1000 * width, y: Double(point.top) / 1000 * height,
                width: width, in: frame)
        }
    }

    /// The framing for another file of the picture. The focal point stays. Rectangles stay if the file has the same
    /// shape.
    package func kept(from old: PixelSize, to new: PixelSize) -> Framing {
        abs(old.ratio / new.ratio - 1) <= Self.sameShape ? self : Framing(focus: focus)
    }
}

/// A size in pixels. Each side has at least one.
package struct PixelSize: Sendable, Hashable {
    package let width, height: Int

    package init(width: Int, height: Int) {
        self.width = max(1, width)
        self.height = max(1, height)
    }

    package var ratio: Double { Double(width) / Double(height) }
}

/// A rectangle of pixels inside a frame.
package struct PixelArea: Sendable, Hashable {
    package let left, top, width, height: Int

    package init(left: Int, top: Int, width: Int, height: Int) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    /// The area of a ratio and, where the frame has room, of a width. It is as near to a middle as the frame allows.
    fileprivate init(of ratio: Double, aroundX x: Double, y: Double, width wanted: Double, in frame: PixelSize) {
        let across = min(wanted, Double(frame.width), Double(frame.height) * ratio)
        width = min(frame.width, max(1, Int(across.rounded())))
        height = min(frame.height, max(1, Int((across / ratio).rounded())))
        left = min(max(0, Int((x - Double(width) / 2).rounded())), frame.width - width)
        top = min(max(0, Int((y - Double(height) / 2).rounded())), frame.height - height)
    }
}
