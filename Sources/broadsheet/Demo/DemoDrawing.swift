/// An SVG illustration of the demo edition, in the colors of the newspaper.
///
/// Letters are drawn as shapes, so that the picture looks the same whatever fonts a machine has.
struct DemoDrawing: Sendable {
    let svg: String

    /// Takes only the shapes, which may use the classes below for their colors.
    init(_ shapes: String, width: Int = 1600, height: Int = 1067) {
        svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)"
            viewBox="0 0 \(width) \(height)">
            <style>
            .ink { fill: #1d1c1a } .paper { fill: #f7f2e7 } .shade { fill: #e5ddcc } .stone { fill: #c8bfad }
            .red { fill: #a5302a } .slate { fill: #5d7283 } .deep { fill: #3a4a58 } .mist { fill: #b9c5cc }
            .shadow { fill: #1d1c1a; fill-opacity: 0.22 } .text { fill: url(#lines) }
            .line { fill: none; stroke: #1d1c1a; stroke-width: 4; stroke-linejoin: round }
            </style>
            <pattern id="lines" width="12" height="12" patternUnits="userSpaceOnUse">
            <rect width="12" height="4" fill="#77726a"/>
            </pattern>
            \(shapes)
            </svg>
            """
    }
}
