/// The text of the story about the Linotype.
enum LinotypeText {
    static let body = """
        On July 3, 1886, part of the *New York Tribune* was set by a machine. Until then, compositors had picked \
        every letter of every newspaper out of a case by hand, much as Gutenberg's workers had done in Mainz four \
        centuries earlier. And every letter had to go back into its case after printing.

        The machine, built by Ottmar Mergenthaler, an immigrant from Germany, did not handle type at all. Each key \
        released a small brass matrix from a magazine above the operator's head. The matrices slid into a row until a \
        line was full. Then the machine pushed wedges up between the words to spread them to the width of the \
        column, pressed the row against the mold disk, and filled it with molten metal. Out came one piece with a \
        whole line of letters on its edge: a *line o' type*.

        > [!FACTS] The machine in short
        > - Keys: 90, with separate ones for capitals and small letters
        > - Metal: lead, with some tin and antimony, at nearly 300 degrees Celsius
        > - Product: a slug, one line of type in one piece
        > - After printing: back into the pot

        ## The way home

        The cleverest part came last. An arm lifted the used matrices to the top of the machine, where they traveled \
        along a toothed bar. Each letter had teeth of its own, in a pattern that let it drop at exactly one place: \
        above its own channel of the magazine. The matrix was soon ready for another line, and nobody had touched it.

        ## Etaoin shrdlu

        The keys were ordered by how often English uses the letters. The first two columns on the left read *etaoin* \
        and *shrdlu*. An operator who had made a mistake had no key to take it back. It was quicker to run a finger \
        down the columns, fill the line with nonsense, and throw the slug away later. Sometimes nobody did, and \
        readers found the two words in the middle of a report.

        *The New York Times* set its last page this way on the night of July 1, 1978, for the paper of the next day. \
        The last line to go into the pot was no loss. The metal had been news many times before.
        """
}
