extension DemoDrawing {
    /// A sheet that is halved again and again, with the names of its parts.
    static let halvedSheets = DemoDrawing(
        """
        <rect class="slate" width="1600" height="1067"/>
        <path class="deep" d="M0 1067V700L1600 240V1067Z" fill-opacity=".35"/>
        <path class="shadow" d="M172 94H1478V1018H172Z"/>
        <!-- Each sheet is half of the one before it. -->
        <path class="paper" d="M150 72H803V996H150Z"/>
        <path class="mist" d="M803 72H1456V534H803Z"/>
        <path class="shade" d="M803 534H1130V996H803Z"/>
        <path class="red" d="M1130 534H1456V765H1130Z"/>
        <path class="slate" d="M1130 765H1293V996H1130Z"/>
        <path class="stone" d="M1293 765H1456V880H1293Z"/>
        <path class="paper" d="M1293 880H1374V996H1293Z"/>
        <path class="mist" d="M1374 880H1456V938H1374Z"/>
        <path class="red" d="M1374 938H1415V996H1374Z"/>
        <path class="ink" d="M1415 938H1456V996H1415Z"/>
        <path d="M803 72V996M803 534H1456M1130 534V996M1130 765H1456M1293 765V996M1293 880H1456M1374 880V996M1374
        938H1456M1415 938V996" fill="none" stroke="#1d1c1a" stroke-width="3"/>
        <path class="line" d="M150 72H1456V996H150Z"/>
        <g fill="none" stroke="#1d1c1a" stroke-width="9" stroke-linejoin="bevel">
        <g transform="translate(204 126) scale(1.5)"><path d="M0 80L28 0L56 80M10 54H46"/>
        <path transform="translate(78 0)" d="M4 16L24 0V80"/></g>
        <g transform="translate(847 116) scale(1.2)"><path d="M0 80L28 0L56 80M10 54H46"/>
        <path transform="translate(78 0)" d="M2 20C4 -6 46 -8 46 20C46 42 8 54 2 80H48"/></g>
        <g transform="translate(839 570) scale(0.95)"><path d="M0 80L28 0L56 80M10 54H46"/>
        <path transform="translate(78 0)" d="M2 6C16 -4 44 -4 44 18C44 36 26 37 18 37C28 37 47 40 47 58C47 84 12 84 0
        70"/></g>
        </g>
        <g fill="none" stroke="#f7f2e7" stroke-width="10" stroke-linejoin="bevel">
        <g transform="translate(1160 564) scale(0.75)"><path d="M0 80L28 0L56 80M10 54H46"/>
        <path transform="translate(78 0)" d="M36 80V0L0 56H50"/></g>
        <g transform="translate(1153 789) scale(0.55)"><path d="M0 80L28 0L56 80M10 54H46"/>
        <path transform="translate(78 0)" d="M44 0H8L4 36C16 26 48 28 47 54C46 84 10 84 0 70"/></g>
        </g>
        <!-- The diagonal of the whole sheet is also that of A2, because both have the same shape. -->
        <path d="M150 996L1456 72" fill="none" stroke="#a5302a" stroke-width="5" stroke-dasharray="20 14"/>
        """)
}
