extension FormatsText {
    static let medicine = """
        ## A name from medicine

        *Tabloid* was registered as a trademark in 1884 by Burroughs, Wellcome & Co. of London, for medicine \
        pressed into small tablets. The word soon stood for anything compressed. On the first day of 1901, the New \
        York *World* came out on pages of half the usual size as an experiment. In the years that followed, picture \
        papers such as the *Daily Mirror* turned small pages and short articles into a new kind of newspaper. Size \
        became a signal: large for the serious, small for the popular.

        Between the two is the Berliner. *Le Monde* is printed in that format, and *The Guardian* was from September \
        2005 until January 2018, when it became a tabloid. In millimeters, pages of the three measure about:

        | Format | Width | Height |
        | --- | ---: | ---: |
        | British broadsheet | 375 | 597 |
        | Berliner | 315 | 470 |
        | Tabloid | 280 | 430 |

        None of them is a standard the way A4 is. Many American papers that are still called broadsheets have lost \
        several centimeters of width since the 1990s, because a narrower roll costs less.

        The signal lost its force in little more than a year. In September 2003, *The Independent* began to print a \
        small edition alongside the large one. *The Times* followed in November, and from November 2004 it printed \
        nothing else. Neither paper liked the word tabloid. They said *compact*.

        On a screen, the question has a new name but the same nature. Somebody still decides how wide a column can \
        be before the eye loses its way back to the left. What reads well on a phone is one narrow column, much like \
        the slip of verses that a ballad seller once carried under one arm.
        """

    static let shortEnding = """
        Half-size papers, called tabloids after a brand of medicine, have been printed for more than a century. That \
        some of the most serious titles now use the same size is one of the quieter revolutions in the business.
        """

    static let correction = """
        *Correction: The first version of this story said that the stamp duty was abolished in 1836. It was \
        cut to a penny that year and abolished in 1855.*
        """
}
