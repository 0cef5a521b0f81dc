extension DemoDrawing {
    /// A stack of folded broadsheets beside a tabloid, drawn to the same scale.
    static let foldedPapers = DemoDrawing(
        """
        <rect class="slate" width="1600" height="1067"/>
        <path class="deep" d="M0 0H1600V120L0 520Z" fill-opacity="0.35"/>
        <!-- The stack: broadsheets of 375 by 597 millimeters, folded once. -->
        <g transform="translate(110 330)">
        <rect class="shadow" x="20" y="46" width="680" height="552"/>
        <rect class="stone" x="-6" y="46" width="656" height="522" transform="rotate(.9 328 300)"/>
        <rect class="shade" x="10" y="36" width="656" height="522"/>
        <rect class="stone" x="-4" y="27" width="656" height="522"/>
        <rect class="shade" x="5" y="18" width="656" height="522"/>
        <rect class="stone" x="-2" y="9" width="656" height="522"/>
        <rect class="paper" width="656" height="522"/>
        <g fill="none" stroke="#1d1c1a" stroke-width="13" transform="translate(34 36)">
        <path d="M6 0V60H26A15 15 0 0 0 26 29H6M6 29H23A14 14 0 0 0 23 6.500H6"/>
        <path d="M65 66V6H84A15 15 0 0 1 84 36H65M84 36L102 66"/>
        <path d="M146 6A24 27 0 1 1 145.900 6Z"/>
        <path d="M182 66L206 8L230 66M190 47H222" stroke-linejoin="bevel"/>
        <path d="M247 6.500V59.500H258A25 26.500 0 0 0 258 6.500Z"/>
        <path d="M340 17C330 3 304 3 304 20C304 38 342 32 342 49C342 66 311 65 302 50"/>
        <path d="M366 0V66M406 0V66M366 33H406"/>
        <path d="M468 6.500H434V59.500H468M434 33H462"/>
        <path d="M526 6.500H492V59.500H526M492 33H520"/>
        <path d="M540 6.500H590M565 6.500V66"/>
        </g>
        <path class="line" d="M30 122H626M30 130H626" stroke-width="2"/>
        <rect class="ink" x="30" y="150" width="396" height="20"/>
        <rect class="ink" x="30" y="180" width="300" height="20"/>
        <rect class="mist" x="132" y="228" width="294" height="186"/>
        <path class="deep" d="M132 414V346L190 306L240 356L310 276L426 378V414Z"/>
        <circle class="paper" cx="372" cy="268" r="20"/>
        <rect class="text" x="30" y="228" width="86" height="257"/>
        <rect class="text" x="132" y="432" width="139" height="53"/>
        <rect class="text" x="287" y="432" width="139" height="53"/>
        <rect class="red" x="446" y="150" width="180" height="8"/>
        <rect class="ink" x="446" y="172" width="160" height="14"/>
        <rect class="ink" x="446" y="194" width="110" height="14"/>
        <rect class="text" x="446" y="228" width="82" height="257"/>
        <rect class="text" x="544" y="228" width="82" height="257"/>
        </g>
        <!-- The tabloid: 280 by 430 millimeters, to the same scale. -->
        <g transform="translate(936 150) rotate(2 245 376)">
        <rect class="shadow" x="20" y="26" width="490" height="752"/>
        <rect class="stone" x="8" y="8" width="490" height="752"/>
        <rect class="shade" x="4" y="4" width="490" height="752"/>
        <rect class="paper" width="490" height="752"/>
        <rect class="red" x="24" y="24" width="442" height="112"/>
        <g fill="none" stroke="#f7f2e7" stroke-width="16" transform="translate(66 46)">
        <path d="M8 68V4L60 64V0" stroke-linejoin="bevel"/>
        <path d="M144 8H98V60H144M98 34H136"/>
        <path d="M166 0L190 64L213 12L236 64L260 0" stroke-linejoin="bevel"/>
        <path d="M336 16C322 2 292 4 292 20C292 40 338 30 338 49C338 68 300 64 289 50"/>
        </g>
        <rect class="ink" x="24" y="160" width="442" height="50"/>
        <rect class="ink" x="24" y="222" width="330" height="50"/>
        <rect class="mist" x="24" y="296" width="442" height="300"/>
        <path class="deep" d="M24 596V520L120 430L200 510L310 380L466 540V596Z"/>
        <circle class="paper" cx="392" cy="360" r="30"/>
        <rect class="text" x="24" y="624" width="138" height="101"/>
        <rect class="text" x="176" y="624" width="138" height="101"/>
        <rect class="text" x="328" y="624" width="138" height="65"/>
        </g>
        """)
}
