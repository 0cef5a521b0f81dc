/// The text of the German story.
enum HalvedSheetsText {
    static let body = """
        Wer ein Blatt A4 in der Mitte faltet, hält ein kleineres Blatt von derselben Form in der Hand. Das gelingt \
        nur bei einem einzigen Seitenverhältnis: Die lange Seite muss sich zur kurzen verhalten wie die Diagonale \
        eines Quadrats zu seiner Seite, also ungefähr wie 1,414 zu 1.

        Neu ist die Beobachtung nicht. Der Göttinger Physiker Georg Christoph Lichtenberg beschrieb sie am 25. \
        Oktober 1786 in einem Brief. Damals war sie kaum mehr als eine hübsche Rechenaufgabe, denn jede Papiermühle \
        schöpfte Bogen in ihrem eigenen Maß.

        ## Am Anfang ein Quadratmeter

        Zur Norm wurde das Verhältnis im Jahr 1922. Die DIN 476, ausgearbeitet von Walter Porstmann, beginnt mit \
        einem Bogen von einem Quadratmeter: A0, 841 mal 1189 Millimeter. Jede Halbierung ergibt das nächste Format. \
        Bruchteile von Millimetern fallen dabei weg.

        | Format | Breite | Höhe |
        | --- | ---: | ---: |
        | A3 | 297 | 420 |
        | A4 | 210 | 297 |
        | A5 | 148 | 210 |
        | A6 | 105 | 148 |

        Das erleichtert auch das Wiegen. Papier wird nach dem Gewicht eines Quadratmeters verkauft, und ein Blatt A4 \
        ist dessen sechzehnter Teil. Ein gewöhnliches Blatt zu 80 Gramm je Quadratmeter wiegt demnach fünf Gramm. \
        Wer wissen will, was ein Brief wiegt, braucht nur die Blätter zu zählen.

        ## Fast überall

        Aus der deutschen Norm wurde 1975 die internationale ISO 216. In den Vereinigten Staaten und in Kanada \
        schreibt man dagegen weiter auf Letter, 216 mal 279 Millimeter. Dieses Blatt wechselt bei jedem Falten die \
        Form: Die Hälfte ist schlanker als das Ganze, und erst das Viertel hat wieder dessen Proportionen.

        Und die Zeitung? Sie hält sich nicht daran. Das Berliner Format zum Beispiel misst 315 mal 470 Millimeter \
        und gehört zu keiner DIN-Reihe. Zeitungsseiten sind nach der Maschine bemessen, die sie druckt, und die \
        lässt sich nicht falten.
        """
}

/// Readers' comments on the German story, in German and English.
enum HalvedSheetsRemark {
    static let copier = """
        Am Kopierer merkt man es jeden Tag. Zwei Seiten A4 passen verkleinert genau auf eine, und die Taste dafür \
        trägt in jedem Büro dieselbe Zahl: 71 Prozent. Das ist die Wurzel aus einem Halben, nur gerundet.
        """

    static let letter = """
        Here on the other side of the ocean, we do the same with letter paper and get two white stripes, above and \
        below every reduced page. I always thought that it was the copier's fault.
        """

    static let envelopes = """
        Dafür gibt es bei uns zu jedem Blatt auch noch den passenden Umschlag. Ein Blatt A4 steckt ungefaltet in C4, \
        einmal gefaltet in C5 und zweimal gefaltet in C6.

        *In English: a folded sheet always finds an envelope that fits.*
        """

    static let crossword = """
        Alles schön und gut, aber wann kommt endlich das Kreuzworträtsel zurück? Und das am Samstag war viel zu leicht!
        """
}
