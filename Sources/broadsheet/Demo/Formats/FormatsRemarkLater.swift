/// What they wrote after the story had been updated.
extension FormatsRemark {
    static let notOnlyTax = """
        I do not think that the tax can carry all this weight. American papers had no stamp to pay and became larger \
        than the English ones, not smaller. Look at any merchants' paper of the 1840s from New York: four pages, each \
        the size of a small tablecloth.

        My guess is that the cause was shipping news and advertisements. Both come in very many very short pieces, \
        and for those a large page is simply a larger notice-board.
        """

    static let narrowRolls = "Which is why the American broadsheets look so thin today?"

    static let webWidth = """
        Exactly so. Same height, narrower roll. Hold one beside a copy of thirty years ago and only the width has \
        gone.
        """

    static let forSale = """
        Bound volumes of old newspapers, many titles, from house clearances. Best prices, quick delivery, large \
        quantities always in stock. Ask for our list today!
        """

    static let halfAgreed = """
        > a large page is simply a larger notice-board

        That is well put, and I half agree. But you need both halves. Merchants explain why anybody wanted so much on \
        a page; the tax explains why in London nobody answered by printing *more* pages instead.
        """

    static let sharp = """
        Notice-boards! Anybody who had ever opened a ledger would know that the stamp cost a proprietor more than \
        paper, type and wages together. You have plainly never run so much as a whelk stall, and it shows.
        """

    static let letterBox = """
        Nobody has mentioned the letter box. I delivered papers for four winters: the large ones had to be folded \
        twice more at every door, on Saturdays they did not go in at all, and the small ones you could post with \
        gloves on. If readers ever had a vote, it was cast by whoever carried them.
        """

    static let letterBoxBefore = """
        Nobody has mentioned the letter box. I delivered papers for four winters: the large ones had to be folded \
        twice more at every door and the small ones you could post with gloves on.
        """

    static let nowInTheStory = """
        I see that there is a paragraph on American papers now. Fair enough. I would still put it before the tax and \
        not behind it, but that is a quarrel for another day.
        """

    static let seventyTwo = """
        On the last paragraph, about columns: engineers had the same argument and settled it by decree. The old \
        [instructions to authors of RFCs](https://www.rfc-editor.org/rfc/rfc2223) allowed 72 characters in a line and \
        58 lines on a page, and for decades every RFC kept to that.

        It is a little wide for a newspaper column and about right for a book. What I like is that it was written \
        down as a rule at all. Most pages are as wide as they are because nobody ever asked.
        """

    static let newcomer = """
        My first comment here. Does anybody know a museum where a rotary press of that age can still be seen running? \
        I should like to show one to my class.
        """
}
