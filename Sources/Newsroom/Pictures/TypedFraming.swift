import Foundation

/// A framing as staff type it: percentages of the width and the height of the full frame, with one decimal. Empty
/// numbers are not set.
package struct TypedFraming: Sendable, Hashable {
    /// The numbers by field, such as `focus-left` and `lead-width`.
    package var numbers: [String: String]

    package static let crops: [Picture.Crop] = [.lead, .card, .square]
    package static let focusFields = ["focus-left", "focus-top"]
    package static func fields(of crop: Picture.Crop) -> [String] {
        ["left", "top", "width", "height"].map { "\(crop.rawValue)-\($0)" }
    }
    package static let fields = focusFields + crops.flatMap(fields)

    /// The smallest side of a crop, in thousandths of the frame.
    package static let smallestSide = 50

    package init(numbers: [String: String]) { self.numbers = numbers }

    package init(_ framing: Framing) {
        numbers = [:]
        if let focus = framing.focus { fill(Self.focusFields, [focus.left, focus.top]) }
        for crop in Self.crops {
            guard let part = framing[crop] else { continue }
            fill(Self.fields(of: crop), [part.left, part.top, part.width, part.height])
        }
    }

    private mutating func fill(_ fields: [String], _ thousandths: [Int]) {
        for (field, number) in zip(fields, thousandths) { numbers[field] = "\(number / 10).\(number % 10)" }
    }

    /// Refuses with `invalid`, and names the field: a text that is no percentage, a group of which some numbers are
    /// missing, a rectangle that leaves the frame, and one with a side under 5 percent.
    package func accepted() throws(Refusal) -> Framing {
        var framing = Framing()
        if let focus = try group(Self.focusFields) { framing.focus = Framing.Point(left: focus[0], top: focus[1]) }
        for crop in Self.crops {
            let fields = Self.fields(of: crop)
            guard let sides = try group(fields) else { continue }
            for side in 2...3 where sides[side] < Self.smallestSide {
                let least = Self.smallestSide / 10
                throw Refusal(.picture(.cropTooSmall), [.minimum: .number(least)], field: fields[side])
            }
            for side in 0...1 where sides[side] + sides[side + 2] > 1000 {
                throw Refusal(.picture(.cropOutsideFrame), field: fields[side + 2])
            }
            framing[crop] = Framing.Rectangle(left: sides[0], top: sides[1], width: sides[2], height: sides[3])
        }
        return framing
    }

    /// The numbers of a group, in thousandths; `nil` if none is typed.
    private func group(_ fields: [String]) throws(Refusal) -> [Int]? {
        var typed: [Int] = []
        var missing: String?
        for field in fields {
            if let number = try thousandths(field) { typed.append(number) } else { missing = missing ?? field }
        }
        guard !typed.isEmpty else { return nil }
        if let missing { throw Refusal(.picture(.cropIncomplete), field: missing) }
        return typed
    }

    private func thousandths(_ field: String) throws(Refusal) -> Int? {
        let typed = (numbers[field] ?? "").trimmed.replacing(",", with: ".")
        guard !typed.isEmpty else { return nil }
        guard typed.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }), let number = Double(typed),
            (0...100).contains(number)
        else {
            throw Refusal(.picture(.noPercentage), field: field)
        }
        return Int((number * 10).rounded())
    }
}
