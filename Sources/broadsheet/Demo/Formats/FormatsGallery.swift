extension FormatsStory {
    static let gallery = [
        DemoPicture(
            .foldedPapers, name: "folded-papers",
            caption: """
                Folded once, a broadsheet is wider than a tabloid but not as tall. Both are drawn to the same scale, \
                at the sizes given in the story.
                """,
            alternativeText: """
                A stack of folded broadsheets lies on a table next to a tabloid, which is taller and narrower, with a \
                red nameplate and one large picture.
                """),
        DemoPicture(
            .stampedSheet, name: "stamped-sheet",
            caption: """
                A red stamp showed that the duty on a sheet had been paid. The crown is invented; real stamps differed \
                from year to year and from office to office.
                """,
            alternativeText: """
                The lower half of a densely printed sheet of two pages, with a round red stamp near its folded corner. \
                A hand stamp with a black handle stands beside it.
                """),
        DemoPicture(
            .rotaryPress, name: "rotary-press",
            caption: """
                The path of the paper through a rotary press, much simplified: from the roll, past a plate above and a \
                plate below, each with its ink rollers in red, over the former, to the knife and out.
                """,
            alternativeText: """
                A diagram. Paper runs from a large roll on the left between two pairs of cylinders, over a triangle \
                that folds it, and down to a row of folded copies on the right.
                """),
        DemoPicture(
            .pageSizes, name: "page-sizes",
            caption: """
                Broadsheet, Berliner and, inside the red line, tabloid, aligned at one corner over a grid of six \
                columns. A broadsheet page turned on its side makes two tabloid pages.
                """,
            alternativeText: """
                Three page outlines share a corner, each smaller than the last. Beside them, a dashed red line divides \
                a page on its side into two, and three blocks compare the sizes on one baseline.
                """),
    ]
}
