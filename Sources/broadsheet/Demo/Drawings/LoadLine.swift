extension DemoDrawing {
    /// The mark on the side of a ship that shows how deep it may be loaded.
    static let loadLine = DemoDrawing(
        """
        <rect class="deep" width="1600" height="1067"/>
        <!-- The plates of the hull, and the paint below the water. -->
        <path d="M0 0H1600V70H0Z" fill="#1d1c1a" fill-opacity=".3"/>
        <path class="red" d="M0 748H1600V1067H0Z"/>
        <g fill="none" stroke="#1d1c1a" stroke-opacity=".28">
        <path d="M0 72H1600M0 748H1600" stroke-width="5"/>
        <path d="M262 72V748M812 72V412M812 600V748M1556 72V748" stroke-width="4" stroke-opacity=".18"/>
        <path d="M0 96H1600M0 724H1600" stroke-width="9" stroke-dasharray="0 36" stroke-linecap="round"/>
        </g>
        <!-- The mark: the deck line, the ring with its bar, and the lines for waters and seasons. -->
        <g class="paper">
        <path d="M192 168H708V196H192Z"/>
        <path d="M450 340A180 180 0 0 0 450 700A180 180 0 0 0 450 340ZM450 370A150 150 0 0 1 450 670A150 150 0 0 1 450
        370Z" fill-rule="evenodd"/>
        <path d="M180 520H720V550H180Z"/>
        <path d="M1040 330h28V696h-28ZM1040 330h-260v28h260ZM1040 404h-260v28h260ZM1068 446h260v28h-260ZM1068
        520h260v28h-260ZM1068 594h260v28h-260ZM1068 668h260v28h-260Z"/>
        </g>
        <g fill="none" stroke="#f7f2e7" stroke-width="13" stroke-linejoin="bevel">
        <path transform="translate(664 316)" d="M0 0H40M20 0V56"/>
        <path transform="translate(718 316)" d="M38 0H0V56M0 27H30"/>
        <path transform="translate(718 390)" d="M38 0H0V56M0 27H30"/>
        <path transform="translate(1356 432)" d="M0 0H40M20 0V56"/>
        <path transform="translate(1356 506)" d="M38 9C32 -4 2 -4 2 14C2 32 38 24 38 42C38 60 6 60 0 46"/>
        <path transform="translate(1356 580)" d="M-4 0L8 56L20 12L32 56L44 0"/>
        <path transform="translate(1356 654)" d="M-4 0L8 56L20 12L32 56L44 0"/>
        <path transform="translate(1418 654)" d="M0 56V0L38 56V0"/>
        <path transform="translate(1472 654)" d="M-2 56L19 0L40 56M6 38H32"/>
        </g>
        <!-- The water. -->
        <path class="slate" d="M0 872C90 850 150 850 240 872S390 894 480 872S630 850 720 872S870 894 960 872S1110 850
        1200 872S1350 894 1440 872S1560 856 1600 864V1067H0Z"/>
        <path class="mist" fill-opacity=".55" d="M0 872C90 850 150 850 240 872S390 894 480 872S630 850 720 872S870 894
        960 872S1110 850 1200 872S1350 894 1440 872S1560 856 1600 864V876C1540 868 1500 872 1440 886S1290 908 1200
        884S1050 864 960 886S810 908 720 884S570 864 480 886S330 908 240 884S90 864 0 884Z"/>
        <path d="M120 960H420M700 940H1010M1180 990H1520M300 1020H640M860 1036H1060" fill="none" stroke="#b9c5cc"
        stroke-opacity=".5" stroke-width="6" stroke-linecap="round"/>
        """)
}
