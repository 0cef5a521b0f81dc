extension DemoDrawing {
    /// A lighthouse at night, with a passing steamer.
    static let lighthouse = DemoDrawing(
        """
        <rect class="deep" width="1600" height="1067"/>
        <path fill="#2c3945" d="M0 0H1600V300C1200 420 500 360 0 480Z"/>
        <!-- The beam, and its short end over the land. -->
        <path d="M1190 286L0 96V420L1190 316Z" fill="#f7f2e7" fill-opacity="0.2"/>
        <path d="M1190 290L0 180V336L1190 312Z" fill="#f7f2e7" fill-opacity="0.42"/>
        <path d="M1190 286L1600 240V360L1190 316Z" fill="#f7f2e7" fill-opacity="0.16"/>
        <g class="paper"><circle cx="130" cy="60" r="4"/><circle cx="420" cy="40" r="3"/>
        <circle cx="700" cy="110" r="4"/>
        <circle cx="910" cy="50" r="3"/><circle cx="1380" cy="80" r="4"/><circle cx="1500" cy="170" r="3"/>
        <circle cx="560" cy="150" r="3"/><circle cx="1030" cy="140" r="3"/></g>
        <!-- The steamer on the horizon. -->
        <path class="slate" d="M0 690H1600V1067H0Z"/>
        <g transform="translate(330 690)">
        <path d="M40 -92C0 -132 -60 -122 -110 -150C-170 -184 -230 -164 -290 -186C-230 -132 -170 -142 -120 -118C-60 -90
        -20 -92 16 -72Z" fill="#1d1c1a" fill-opacity=".55"/>
        <path class="ink" d="M-150 -28L150 -34L126 12H-126Z"/>
        <path class="paper" d="M-60 -54H76V-31L-60 -29Z"/>
        <path class="red" d="M8 -96H40V-54H8Z"/>
        <path class="ink" d="M8 -96H40V-84H8ZM-98 -150H-92V-28H-98ZM104 -140H110V-32H104Z"/>
        <path d="M-95 -148L-150 -28M-95 -148L24 -54M107 -138L150 -34M107 -138L24 -54" stroke="#1d1c1a"
        stroke-width="2"/>
        </g>
        <!-- The sea. -->
        <path fill="#526778" d="M0 740C120 716 220 764 360 740S600 716 760 742S1020 764 1160 738S1400 716 1600 744V1067
        H0Z"/>
        <path class="deep" d="M0 836C140 806 260 866 420 836S700 806 860 838S1140 866 1300 834S1500 814 1600 838V1067H0
        Z"/>
        <path fill="#2c3945" d="M0 944C160 908 300 976 480 942S780 908 960 944S1260 976 1420 940S1560 924 1600 936V1067
        H0Z"/>
        <g fill="none" stroke="#b9c5cc" stroke-width="6" stroke-linecap="round">
        <path d="M90 782C130 770 160 788 210 778M520 776C560 764 590 782 640 772M300 884C340 872 370 890 420 880M720 886
        C760 874 790 892 840 882"/>
        </g>
        <path class="mist" d="M196 704H480L470 712H206ZM240 722H430L420 730H250Z" fill-opacity=".5"/>
        <!-- The headland and the light. -->
        <path class="ink" d="M1600 600H1330L1260 640H1120L1060 676L1020 760L960 800L930 880L860 930L840 1067H1600Z"/>
        <path fill="#3b3733" d="M1120 640H1260L1230 700L1160 740L1130 840L1040 900L1020 1067H960L980 880L1040 800L1070
        720Z"/>
        <path class="paper" d="M1142 360H1238L1270 644H1110Z"/>
        <path class="stone" d="M1200 360H1238L1270 644H1206Z"/>
        <path class="red" d="M1134 430H1246L1254 500H1126ZM1118 572H1262L1270 644H1110Z"/>
        <path d="M1202 430H1246L1254 500H1203ZM1205 572H1262L1270 644H1206Z" fill="#1d1c1a" fill-opacity=".25"/>
        <path class="ink" d="M1176 528H1196V556H1176ZM1118 344H1262V364H1118ZM1144 258H1236V270H1144ZM1190 196A46 62 0 0
        1 1236 258H1144A46 62 0 0 1 1190 196ZM1186 170H1194V200H1186Z"/>
        <path d="M1150 270H1230V344H1150Z" fill="#fdf6dc"/>
        <path d="M1122 322H1258M1126 322V346M1254 322V346M1170 270V344M1210 270V344" fill="none" stroke="#1d1c1a"
        stroke-width="5"/>
        <path class="shade" d="M1330 540H1470V604H1330Z"/>
        <path class="red" d="M1312 544L1350 490H1450L1488 544Z"/>
        <path fill="#fdf6dc" d="M1352 560H1378V584H1352Z"/><path class="ink" d="M1420 556H1446V604H1420Z"/>
        """)
}
