/// Readers' comments after the story was updated.
extension FormatsRemark {
    static let notOnlyTax = """
        I don't think the tax can carry all that weight. American papers had no stamp to pay, and they got larger \
        than the English ones, not smaller. Look at any merchants' paper from New York in the 1840s: four pages, \
        each the size of a small tablecloth.

        My guess is that it was shipping news and ads. Both come in lots of very short pieces, and for those a large \
        page is just a larger bulletin board.
        """

    static let narrowRolls = "Is that why American broadsheets look so skinny today?"

    static let webWidth = """
        Exactly. Same height, narrower roll. Hold one next to a copy from thirty years ago and only the width is \
        gone.
        """

    static let forSale = """
        Bound volumes of old newspapers, many titles, from estate sales. Best prices, fast delivery, large \
        quantities always in stock. Ask for our list today!
        """

    static let halfAgreed = """
        > a large page is just a larger bulletin board

        Well put, and I half agree. But you need both halves. Merchants explain why anybody wanted that much on a \
        page. The tax explains why nobody in London responded by printing *more* pages instead.
        """

    static let sharp = """
        Bulletin boards! Anybody who had ever opened a ledger would know that the stamp cost a proprietor more than \
        paper, type and wages put together. You've obviously never run so much as a lemonade stand, and it shows.
        """

    static let letterBox = """
        Nobody has mentioned the mail slot. I delivered papers for four winters. The large ones had to be folded \
        twice more at every door, on Saturdays they didn't fit at all, and the small ones you could push through \
        with gloves on. If readers ever had a vote, it was cast by the kids who carried the papers.
        """

    static let letterBoxBefore = """
        Nobody has mentioned the mail slot. I delivered papers for four winters. The large ones had to be folded \
        twice more at every door, and the small ones you could push through with gloves on.
        """

    static let nowInTheStory = """
        I see there's a paragraph on American papers now. Fair enough. I'd still put it before the tax and not after \
        it, but that's an argument for another day.
        """

    static let seventyTwo = """
        About the last paragraph, on columns: engineers had the same argument and settled it by decree. The old \
        [instructions to RFC authors](https://www.rfc-editor.org/rfc/rfc2223) allowed 72 characters in a line and 58 \
        lines on a page, and for decades every RFC stuck to that.

        It's a little wide for a newspaper column and about right for a book. What I like is that somebody wrote it \
        down as a rule at all. Most pages are as wide as they are because nobody ever asked.
        """

    static let newcomer = """
        First comment here. Does anybody know of a museum where you can still see a rotary press from that era \
        running? I'd love to show one to my class.
        """
}
