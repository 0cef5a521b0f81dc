/// The text of "The line that says where the news set out".
enum DatelineText {
    static let opening = """
        Almost every report from out of town begins with something that is not part of its first sentence: the name \
        of a place, often in capitals, followed by the name of an agency in parentheses. It is called the dateline, \
        although in most newspapers today there is no date in it.

        It is what remains of a letter. The first printed newspapers of Europe, in the early 17th century, were made \
        up of letters from correspondents in the towns where roads and rumors met, and each item kept the heading of \
        its letter: from Venice, from Prague, from The Hague, with the day and the month. The heading was no \
        ornament. Reports from different places traveled at different speeds. To know how far to believe a report, a \
        reader had to know where it had set out, and when. *The London Gazette*, which first appeared in November \
        1665 as *The Oxford Gazette*, did the same: place, date, report.
        """

    static let sea = """
        ## Sixteen days

        The Battle of Trafalgar was fought on October 21, 1805. The schooner *Pickle* carried the dispatch home and \
        put her commander ashore at Falmouth on November 4. He went on by post chaise, changed horses more than 20 \
        times and reached the Admiralty in London in the first hours of November 6. The *Gazette* printed the news \
        that day. Nobody thought it slow.

        As long as news came by sea, it had a geography of its own, made of headlands and harbors. From 1859, the \
        Associated Press of New York kept a boat off Cape Race in Newfoundland, below the lighthouse. Steamers from \
        Europe that did not stop there threw a watertight can with the latest papers overboard. The boat fished it \
        out, and the telegraph carried a summary to New York days ahead of the ship. American readers of those years \
        found the name of a rock above the news of a continent: *via Cape Race*.
        """

    /// The mistake in the first version.
    static let cableAsFirstTold = "The first cable across the Atlantic, in 1858, worked for about three months."

    static let cable = "The first cable across the Atlantic, in 1858, worked for about three weeks."

    static func wire(cable: String) -> String {
        """
        ## By wire

        The electric telegraph took the delay out of the dateline. A cable between England and France opened to the \
        public in November 1851. \(cable) The one that the steamship *Great Eastern* brought ashore at Heart's \
        Content in Newfoundland on July 27, 1866, lasted.

        A dispatch that arrives within the hour has the same date as the newspaper it will appear in, and that date \
        tells the reader nothing. One paper after another dropped it. The place remained, and the name of the agency \
        joined it, because the same dispatch now appeared in a hundred papers, and each of them wanted to say whose \
        word it was. Hence the form at the top of this story: a town, a name in parentheses, a dash.
        """
    }

    static let promise = """
        ## What it promises

        The agencies' stylebooks differ in detail and agree in substance. The town in the dateline is a place where \
        the facts were gathered, by somebody who was there. A reporter who writes about a flood from a desk 200 \
        kilometers away does not put the flooded town at the top of the story. When several people in several places \
        have worked on a report, the others are named at the end, each with a place. That is why a long story so \
        often closes with a long parenthesis.

        There is another date line, in two words, which runs through the Pacific. No treaty draws it. The conference \
        that met in Washington in 1884 chose the meridian of Greenwich as zero and left the far side of the globe to \
        the custom of the people who live there. Kiribati moved the line for its eastern islands at the beginning of \
        1995. Samoa crossed it at the end of December 29, 2011, and had no December 30 that year.

        So even a date depends on where you stand, which is a good reason to print the place.
        """

    static let correction = """
        *Correction: The first version of this story said that the Atlantic cable of 1858 worked for about \
        three months. It worked for about three weeks.*
        """
}
