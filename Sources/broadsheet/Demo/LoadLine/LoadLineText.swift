/// The text of "A circle with a bar through it".
enum LoadLineText {
    static let opening = """
        Halfway along the side of almost every cargo ship is a painted circle with a bar through it. Next to it is a \
        kind of ladder: short lines at different heights, each with a letter or two. Together they are the load \
        line, better known as the Plimsoll line. When the water reaches the line that applies, the ship is full, \
        whatever space there is in the hold.

        Which line applies depends on the water. *S* is for summer and *W* for winter, when waves are higher. *T* is \
        for the tropics, and *WNA* for the winter North Atlantic, the hardest of all. *F* and *TF* are for fresh \
        water, which is lighter than salt water, so that a ship floats deeper.
        """

    static let member = """
        ## The member for Derby

        The idea is older than the man whose name it has. But it was Samuel Plimsoll who made the British public \
        care. In 1873, as a member of Parliament for Derby, he published *Our Seamen*, an appeal against owners who \
        sent overloaded ships to sea and were insured if they sank. Sailors called them coffin ships.

        On July 22, 1875, the government gave up a bill on the safety of ships for that session. Plimsoll shook his \
        fist in the House of Commons and called other members villains. He had to apologize, but the public was on \
        his side. A temporary act passed within weeks.
        """

    /// The mistake in the first version.
    static let actAsFirstTold = """
        The Merchant Shipping Act of 1876 made the mark compulsory and laid down how high on the hull it had to be.
        """

    static let act = """
        The Merchant Shipping Act of 1876 made the mark compulsory, but left it to the owner to decide how high on \
        the hull it was. Only in the 1890s did the law fix its place.
        """

    static let today = """
        ## From custom to treaty

        Since 1930, a treaty has made load lines a matter between states. The one in force today is the \
        International Convention on Load Lines of 1966. The ring measures 300 millimeters across, the bar 450. \
        Letters on both sides of the ring name the authority that assigned it: *LR*, for example, stands for Lloyd's \
        Register.

        Paint alone would wear off, so the outlines are cut or welded into the steel. A surveyor in the harbor can \
        check the mark from a small boat, with no instrument but the eye.
        """
}
