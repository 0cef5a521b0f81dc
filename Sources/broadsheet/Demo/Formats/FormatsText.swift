/// The text of "Why the broadsheet was broad", in the parts that make up its versions.
enum FormatsText {
    static let opening = """
        Open a broadsheet on a train and you will have made an enemy by the second page. Nobody who started from \
        scratch, with a reader in mind, would choose a page nearly 60 centimeters tall. The size of the newspaper \
        was less a choice than a result: of a tax, of a machine and, for a long time, of the wish to look serious.

        The word is older than the newspaper. A *broadside* or *broadsheet* was a single large sheet, often printed \
        on one side only, that carried a proclamation, a ballad or the last words of a condemned man. It was pasted \
        on walls or sold in the street. The English newsbooks of the 17th century mostly looked different: They were \
        small pamphlets, much like the books that the same printers made.
        """

    static let tax = """
        ## A tax on sheets

        On August 1, 1712, a stamp duty on newspapers took effect in Great Britain. A paper printed on half a sheet \
        or less paid a halfpenny per copy; a paper on a whole sheet paid a penny. Anything longer counted as a \
        pamphlet, and a pamphlet paid two shillings for each sheet of a single copy, no matter how many copies were \
        printed.

        Printers read the act as closely as any lawyer. By the letter of the law, a paper of a sheet and a half was \
        a pamphlet, and so for some years there were weekly papers of six pages that paid next to nothing. The \
        loophole was closed in 1725. But the law still did not say how large a sheet could be. If the tax is counted \
        by the sheet, it pays to print on a larger one.

        The duty rose again and again. In 1815 it reached fourpence a copy, when a copy of *The Times* cost \
        sevenpence and was passed from hand to hand among readers who could not have afforded it alone. Few pages, \
        each as large as the press could handle, set in small type from edge to edge: That is the newspaper the tax \
        favored.
        """

    /// The mistake in the first version.
    static let endOfTheTaxAsFirstTold = "In 1836 the duty was abolished, but the large page stayed."

    static let endOfTheTax = """
        In 1836 the duty was cut to a penny, and in 1855 it was abolished. The duty on paper itself was lifted in \
        1861. But the large page stayed.
        """

    static let blanketSheets = """
        The tax is not the whole story. American newspapers of the 19th century paid no such duty, yet by the 1840s \
        some of them had grown so large that they were called *blanket sheets*. A merchants' paper that had to find \
        space for every arrival in the harbor and every price on the docks had its own reasons to grow. And one \
        sheet, folded once, made four pages without a stitch or a cut.
        """

    static let machine = """
        ## The press locks in the size

        Until 1814, newspapers were printed on hand presses, at some 200 to 250 sheets an hour. On November 29 of \
        that year, *The Times* told its readers that the copy in their hands had been printed by steam. The new \
        press made about 1,100 impressions an hour. Paper, too, had begun to come from machines, as an endless web \
        instead of sheet by sheet from a mold.

        In the 1860s the two came together in a rotary press that takes no sheets at all. Paper runs from a roll \
        between cylinders. Curved metal plates, cast from the flat page of type, print first one side and then \
        the other, and at the end the web is cut and folded. Such a press has its sizes built in. The circumference \
        of the plate cylinder decides how tall a page is; the length of the cylinder decides how many pages fit side \
        by side. Whoever buys a press buys a format for decades.

        The press also explains a family resemblance that readers notice without measuring. Turn a broadsheet page \
        on its side and fold it down the middle, and you have two smaller pages, which the same press can print. The \
        tabloid is half a broadsheet: not to the millimeter, because publishers trim and presses differ, but nearly.
        """
}
