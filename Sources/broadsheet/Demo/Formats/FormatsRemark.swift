/// What readers wrote below "Why the broadsheet was broad": the morning.
enum FormatsRemark {
    static let train = """
        I still fold mine in four, lengthways, the way my grandfather did on the ferry. You read one column, turn the \
        packet over, read the next. It can be done in a seat by the window without touching anybody.
        """

    static let wrongYear = """
        A correction, if the desk is reading: the stamp duty was **not** abolished in 1836. In outline it went like \
        this:

        - 1712: a halfpenny for half a sheet, a penny for a sheet
        - 1815: fourpence
        - 1836: reduced to a penny
        - 1855: abolished

        Nineteen years matter here. The cheap daily paper begins after 1855 and not before.
        """

    static let schoolBook = """
        Are you sure? I was taught that the reform of 1836 got rid of it, and that this was why so many papers were \
        founded in the years after.
        """

    static let threeDuties = """
        > I was taught that the reform of 1836 got rid of it

        It is an easy thing to mix up, because there were three duties and they went one after another: the one on \
        advertisements in 1853, the one on newspapers in 1855, the one on paper in 1861. The reform of 1836 lowered \
        the second of them from fourpence to a penny, which was of course a great deal.

        The penny was not only a burden, either. A stamped paper went through the post without further charge.
        """

    static let folding = """
        Lengthways is cheating. The proper way is across first, then down, so that the fold never runs through a \
        headline.
        """

    static let taxOnKnowledge = """
        "Taxes on knowledge" was what those who fought them called all three. As slogans go it has aged rather well.
        """

    static let pressHall = """
        I looked after presses for most of my working life, and the part about the cylinder is the one that people \
        outside the hall never believe. They thought that editors decided how tall the page was. The cut-off decided. \
        It was a number, it was in the manual, and it was the same on the day when I left as on the day when I came.

        What could be changed was the width, by ordering a narrower roll. So when paper became dear, that was where \
        the page gave way: never at the foot, always at the side.
        """

    static let conceded = """
        I see that the story has been changed and says so at the end. I looked it up meanwhile as well. Galley proof \
        is right and my school book was not.
        """

    static let thanks = """
        Thank you. And thanks to the desk, too, for leaving the mistake on the record and not just painting over it. \
        These replies would make no sense otherwise.
        """
}
