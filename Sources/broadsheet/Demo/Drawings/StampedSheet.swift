extension DemoDrawing {
    /// The lower half of a sheet with the red tax stamp, and a hand stamp beside it.
    static let stampedSheet = DemoDrawing(
        """
        <rect class="shade" width="1600" height="1067"/>
        <path class="stone" d="M0 760H1600V1067H0Z"/>
        <!-- The lower half of the sheet, with the stamp in the corner. -->
        <g transform="translate(150 0)">
        <path class="shadow" d="M24 0H944V956H24Z"/>
        <path class="paper" d="M0 0H920V800L790 930H0Z"/>
        <path class="stone" d="M920 800H790V930Z"/>
        <path class="line" d="M460 0V930" stroke-width="2" stroke-dasharray="4 10"/>
        <rect class="text" x="50" y="0" width="108" height="869"/>
        <rect class="text" x="178" y="0" width="108" height="869"/>
        <rect class="text" x="306" y="0" width="108" height="641"/>
        <path class="line" d="M306 668H414M306 676H414" stroke-width="3"/>
        <rect class="ink" x="318" y="696" width="84" height="14"/>
        <rect class="text" x="306" y="732" width="108" height="137"/>
        <rect class="text" x="506" y="0" width="108" height="869"/>
        <rect class="text" x="634" y="0" width="108" height="509"/>
        <rect class="text" x="762" y="0" width="108" height="509"/>
        <path class="line" d="M634 536H870M634 544H870" stroke-width="3"/>
        </g>
        <!-- The stamp: a crown in a ring of pearls. -->
        <g transform="translate(902 700) rotate(-7)">
        <g fill="none" stroke="#a5302a">
        <circle r="112" stroke-width="7"/>
        <circle r="97" stroke-width="9" stroke-dasharray="1 11.700" stroke-linecap="round"/>
        <circle r="84" stroke-width="3"/>
        <path d="M-44 10C-62 -20 -44 -40 -26 -34C-16 -30 -6 -20 0 -4C6 -20 16 -30 26 -34C44 -40 62 -20 44 10"
        stroke-width="7"/>
        <path d="M-58 44C-70 24 -72 2 -62 -18M58 44C70 24 72 2 62 -18" stroke-width="4"/>
        </g>
        <path class="red" d="M-48 16H48V32H-48ZM-6 -62H6V-52H16V-41H6V-30H-6V-41H-16V-52H-6Z"/>
        <circle class="red" cx="-24" cy="-8" r="6"/>
        <circle class="red" cx="24" cy="-8" r="6"/>
        <path class="red" d="M0 42L8 52H20L11 59L15 71L0 63L-15 71L-11 59L-20 52H-8Z"/>
        </g>
        <!-- The hand stamp beside the sheet. -->
        <g transform="translate(1350 520)">
        <path class="shadow" d="M-122 366H170L196 392H-96Z"/>
        <path class="ink" d="M-30 -60C-66 -104 -60 -176 0 -176C60 -176 66 -104 30 -60C18 -20 22 40 40 110H-40C-22 40 -18
        -20 -30 -60Z"/>
        <path class="deep" d="M-12 -60C-40 -104 -38 -154 -10 -164C-24 -130 -20 -96 0 -60C-8 -20 -10 40 -14 110H-40C-22
        40 -4 -20 -12 -60Z"/>
        <rect class="stone" x="-60" y="110" width="120" height="28"/>
        <rect class="slate" x="-78" y="138" width="156" height="150"/>
        <rect class="mist" x="-78" y="138" width="42" height="150"/>
        <rect class="deep" x="-122" y="288" width="244" height="58"/>
        <rect class="red" x="-114" y="346" width="228" height="20"/>
        </g>
        """)
}
