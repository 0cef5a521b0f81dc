/// The words of "Why the broadsheet was broad", in the parts from which its versions are put together.
enum FormatsText {
    static let opening = """
        Hold a broadsheet open on a train and you will have made an enemy by the second page. Nobody who began with \
        a clean sheet of paper and a reader in mind would choose a page nearly sixty centimetres tall. The size of \
        the newspaper was not so much chosen as arrived at: by a tax, by a machine and, for a long time, by the wish \
        to look serious.

        The word is older than the newspaper. A *broadside* or *broadsheet* was a single large sheet, often printed \
        on one side only, that carried a proclamation, a ballad or the last words of a condemned man, and was pasted \
        on walls or sold in the street. The English newsbooks of the seventeenth century were mostly something else: \
        small pamphlets that looked like the books that the same printers made.
        """

    static let tax = """
        ## A tax on sheets

        On 1 August 1712 a stamp duty on newspapers came into force in Great Britain. A paper printed on half a sheet \
        or less paid a halfpenny for every copy; one on a whole sheet paid a penny. Anything longer was a pamphlet in \
        the eyes of the law, and a pamphlet paid two shillings for each sheet of a single copy, however many were \
        printed.

        Printers read the Act as closely as any lawyer. A paper of a sheet and a half was, by its words, a pamphlet, \
        and so for some years there were weekly papers of six pages that paid next to nothing. In 1725 the gap was \
        closed. But the law had not said how large a sheet might be. Where tax is counted by the sheet, it pays to \
        print on a larger one.

        The duty rose again and again, to fourpence a copy in 1815, when a copy of *The Times* cost sevenpence and \
        was passed from hand to hand by readers who could not have bought it alone. Few pages, each as large as the \
        press could take, set in small type from edge to edge: that is the newspaper that the tax favoured.
        """

    /// As the first version had it, wrongly.
    static let endOfTheTaxAsFirstTold = "In 1836 the duty was abolished, and the large page stayed."

    static let endOfTheTax = """
        In 1836 the duty was cut to a penny, and in 1855 it came to an end. The duty on paper itself was lifted in \
        1861. The large page stayed.
        """

    static let blanketSheets = """
        The tax is not the whole of it. American newspapers of the nineteenth century paid no such duty, and yet by \
        the 1840s some of them had grown so large that they were called *blanket sheets*. A merchants' paper that had \
        to find room for every arrival in the harbour and every price on the quay had reasons of its own to grow. One \
        sheet, folded once, made four pages without a stitch or a cut.
        """

    static let machine = """
        ## The machine keeps the size

        Until 1814 newspapers were printed on hand presses, at some 200 to 250 sheets an hour. On 29 November of that \
        year *The Times* told its readers that the copy in their hands had been printed by steam; the new machine \
        made about 1,100 impressions an hour. Paper, too, had begun to come from machines, as an endless web and no \
        longer sheet by sheet from a mould.

        In the 1860s the two were joined. A rotary press of that kind takes no sheets at all. Paper runs from a roll \
        between cylinders; curved metal plates, cast from the flat page of type, print first one side and then the \
        other, and the web is cut and folded at the end. Such a press has its sizes built in. The circumference of \
        the plate cylinder decides how tall a page is; the length of the cylinder decides how many pages lie side by \
        side. Whoever buys one has bought a format for decades.

        It also explains a kinship that readers feel without measuring. Turn a broadsheet page on its side and fold \
        it down the middle, and it becomes two smaller pages, which the same press can print. The tabloid is the \
        broadsheet's half: not to the millimetre, since houses trim and presses differ, but nearly.
        """
}
