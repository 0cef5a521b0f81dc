/// The words of "The line that says where the news set out".
enum DatelineText {
    static let opening = """
        Almost every report from elsewhere begins with something that is no part of its first sentence: the name of \
        a town, often in capitals, and after it the name of an agency in brackets. It is called the dateline, \
        although in most newspapers today there is no date in it.

        It is what is left of a letter. The first printed newspapers of Europe, at the beginning of the seventeenth \
        century, were made up of letters from correspondents in the towns where roads and rumours met, and each item \
        kept the head of its letter: from Venice, from Prague, from The Hague, with the day and the month. That was \
        no ornament. Reports from different places travelled at different speeds. To know how far a report could be \
        believed, one had to know where it had set out, and when. *The London Gazette*, which first appeared in \
        November 1665 as *The Oxford Gazette*, did the same: place, date, report.
        """

    static let sea = """
        ## Sixteen days

        The battle of Trafalgar was fought on 21 October 1805. The schooner *Pickle* carried the dispatch home, and \
        on 4 November put her commander ashore at Falmouth. He went on by post-chaise, changing horses more than \
        twenty times, and was at the Admiralty in London in the first hours of 6 November. The *Gazette* printed the \
        news that day. Nobody thought it slow.

        For as long as news came by sea, it had a geography of its own, made of headlands and harbours. From 1859 the \
        Associated Press of New York kept a boat off Cape Race in Newfoundland, below the lighthouse. Steamers from \
        Europe that did not call there threw over a watertight can with the latest papers; the boat fished it out, \
        and the telegraph took a summary to New York days ahead of the ship. American readers of those years found \
        the name of a rock above the news of a continent: *via Cape Race*.
        """

    /// What the first version said of the cable of 1858, wrongly.
    static let cableAsFirstTold = "The first across the Atlantic, in 1858, worked for about three months."

    static let cable = "The first across the Atlantic, in 1858, worked for about three weeks."

    static func wire(cable: String) -> String {
        """
        ## By wire

        The electric telegraph took the delay out of the dateline. A cable between England and France was open to the \
        public from November 1851. \(cable) The one that the steamship *Great Eastern* brought ashore at Heart's \
        Content in Newfoundland on 27 July 1866 lasted.

        A message that arrives within the hour bears the date of the newspaper in which it will stand, and to the \
        reader that date says nothing. One paper after another left it out. The place remained, and the name of the \
        agency joined it, since the same dispatch now appeared in a hundred papers, each of which wished to say whose \
        word it was. Hence the form that stands above this story, too: a town, a name in brackets, a dash.
        """
    }

    static let promise = """
        ## What it promises

        The style books of the agencies differ in detail and agree in substance. The town in the dateline is a place \
        where the facts were gathered, by somebody who was there. A reporter who writes of a flood from a desk two \
        hundred kilometres away does not put the drowned town at the head of it. Where several people in several \
        places have worked on a report, the others are named at its end, each with a place, and that is why a long \
        story so often closes with a long bracket.

        There is another date line, in two words, which runs through the Pacific. No treaty draws it. The conference \
        that met in Washington in 1884 chose the meridian of Greenwich as zero, and left what happens on the far side \
        of the globe to the custom of those who live there. Kiribati moved it for its eastern islands at the beginning \
        of 1995. Samoa crossed it at the end of 29 December 2011, and had no 30 December in that year.

        So even a date depends on where one stands; which is a good reason to print the place.
        """

    static let correction = """
        *Correction: the first version of this story said that the Atlantic cable of 1858 worked for about three \
        months. It worked for about three weeks.*
        """
}
