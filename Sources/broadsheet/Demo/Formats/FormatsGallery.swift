extension FormatsStory {
    static let gallery = [
        DemoPicture(
            .foldedPapers, name: "folded-papers",
            caption: """
                Folded once, a broadsheet is wider than a tabloid and not as tall. Both are drawn to one scale, at the \
                sizes given in the story.
                """,
            alternativeText: """
                A pile of folded broadsheets lies on a table beside a tabloid, which stands taller and narrower, with \
                a red masthead and one large picture.
                """),
        DemoPicture(
            .stampedSheet, name: "stamped-sheet",
            caption: """
                A stamp in red showed that the duty on a sheet had been paid. The crown is made up; stamps differed \
                from one year and office to the next.
                """,
            alternativeText: """
                The lower half of a closely printed sheet of two pages with a round red stamp near its folded corner; \
                beside it stands a hand stamp with a black handle.
                """),
        DemoPicture(
            .rotaryPress, name: "rotary-press",
            caption: """
                The way of the paper through a rotary press, much simplified: from the roll, past a plate above and a \
                plate below, each with its ink rollers in red, over the former, to the knife and out.
                """,
            alternativeText: """
                A diagram. Paper runs from a large roll on the left between two pairs of cylinders, over a triangle \
                that folds it, and down to a row of folded copies on the right.
                """),
        DemoPicture(
            .pageSizes, name: "page-sizes",
            caption: """
                Broadsheet, Berliner and, within the red line, tabloid, from one corner and over a grid of six \
                columns. A broadsheet page on its side makes two tabloid pages.
                """,
            alternativeText: """
                Three page outlines share a corner, each smaller than the one before. Beside them a page on its side \
                is parted in two by a dashed red line, and three blocks compare the sizes on one base.
                """),
    ]
}
