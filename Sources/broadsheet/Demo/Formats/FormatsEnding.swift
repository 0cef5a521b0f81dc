extension FormatsText {
    static let medicine = """
        ## A name from medicine

        *Tabloid* was registered as a trade mark in 1884 by Burroughs, Wellcome & Co. of London, for medicine pressed \
        into small tablets. It soon stood for anything compressed. On the first day of 1901 the New York *World* came \
        out on pages of half the usual size as an experiment, and in the years that followed picture papers such as \
        the *Daily Mirror* made of small pages and short texts a newspaper of their own kind. Size became a signal: \
        large for the serious, small for the popular.

        Between the two stands the Berliner. *Le Monde* is printed on it, and *The Guardian* was from September 2005 \
        until January 2018, when it became a tabloid. In millimetres, width before height, the three are about

        - 375 by 597 for a British broadsheet,
        - 315 by 470 for a Berliner,
        - 280 by 430 for a tabloid.

        None of them is a standard in the way in which A4 is one. Many American papers that are still called \
        broadsheets have lost several centimetres of their width since the 1990s, because a narrower roll costs less.

        The signal lost its force within little more than a year. In September 2003 *The Independent* began to print \
        a small edition beside the large one; *The Times* followed in November, and from November 2004 it printed \
        nothing else. Neither liked the word tabloid. They said *compact*.

        On a screen the question has changed its name and not its nature. Somebody still decides how wide a column \
        may be before the eye loses its way back to the left. What reads well on a telephone is one narrow column, \
        much like the slip of verses that a ballad seller once carried under the arm.
        """

    static let shortEnding = """
        Half-size papers, called tabloids after a brand of medicine, have been printed for more than a century. That \
        some of the most serious titles now use the same size is one of the quieter revolutions of the trade.
        """

    static let correction = """
        *Correction: the first version of this story said that the stamp duty was abolished in 1836. It was reduced \
        to a penny in that year and ended in 1855.*
        """
}
