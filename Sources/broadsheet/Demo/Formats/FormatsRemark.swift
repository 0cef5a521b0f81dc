/// Readers' comments on "Why the broadsheet was broad", before and shortly after the first update.
enum FormatsRemark {
    static let train = """
        I still fold mine in four, lengthwise, the way my grandfather did on the ferry. You read one column, flip \
        the bundle over, read the next. You can do it in a window seat without touching anybody.
        """

    static let wrongYear = """
        Correction for the desk, if you're reading: the stamp duty was **not** abolished in 1836. Roughly, it went \
        like this:

        - 1712: a halfpenny for half a sheet, a penny for a sheet
        - 1815: fourpence
        - 1836: cut to a penny
        - 1855: abolished

        Those nineteen years matter. The cheap daily paper starts after 1855, not before.
        """

    static let schoolBook = """
        Are you sure? I was taught that the reform of 1836 got rid of it, and that this was why so many papers were \
        founded in the years after.
        """

    static let threeDuties = """
        > I was taught that the reform of 1836 got rid of it

        It's easy to mix up, because there were three duties and they went one at a time: the one on advertisements \
        in 1853, the one on newspapers in 1855, the one on paper in 1861. The reform of 1836 cut the second one from \
        fourpence to a penny, which was a big deal already.

        And you got something for the penny. A stamped paper went through the mail at no extra charge.
        """

    static let folding = """
        Lengthwise is cheating. The proper way is across first, then down, so that the fold never runs through a \
        headline.
        """

    static let taxOnKnowledge = """
        "Taxes on knowledge" is what the people who fought them called all three. As slogans go, it has aged pretty \
        well.
        """

    static let pressHall = """
        I maintained presses for most of my working life, and the part about the cylinder is the one that people \
        outside the pressroom never believe. They thought editors decided how tall the page was. The cutoff decided. \
        It was a number, it was in the manual, and it was the same the day I left as the day I started.

        What you could change was the width, by ordering a narrower roll. So when paper got expensive, that's where \
        the page gave way: never at the bottom, always at the side.
        """

    static let conceded = """
        I see the story has been corrected and says so at the end. I looked it up in the meantime, too. Galley proof \
        is right and my textbook was wrong.
        """

    static let thanks = """
        Thank you. And thanks to the desk for leaving the mistake on the record instead of just painting over it. \
        These replies wouldn't make sense otherwise.
        """
}
