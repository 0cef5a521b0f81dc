extension DemoDrawing {
    /// A telegraph key, a telegraph line in the background, and a tape that spells NEWS.
    static let telegraphKey = DemoDrawing(
        """
        <rect class="slate" width="1600" height="1067"/>
        <!-- The telegraph line: receding poles and their wires. -->
        <g fill="none" stroke="#3a4a58">
        <path d="M1420 0V720M1300 90H1540M1320 160H1520" stroke-width="16"/>
        <path d="M980 190V720M910 240H1050M922 284H1038" stroke-width="10"/>
        <path d="M700 318V720M656 350H744M664 378H736" stroke-width="7"/>
        <path d="M510 410V720M482 432H538" stroke-width="5"/>
        <path d="M370 474V720M350 488H390" stroke-width="4"/>
        <path d="M1600 70C1575 84 1550 86 1530 78C1380 190 1200 260 1044 230C930 340 830 366 740 342C670 410 600 436 535
        426C480 468 430 488 388 484C300 520 150 540 0 544" stroke-width="3"/>
        <path d="M1600 100C1480 120 1400 120 1310 78C1160 200 1030 240 916 230C810 320 730 350 660 342C600 400 540 426
        485 426C440 466 400 486 352 484C250 510 120 526 0 528" stroke-width="3"/>
        </g>
        <path class="deep" d="M0 720H1600V1067H0Z"/>
        <!-- The key: base, posts, lever, knob. -->
        <g transform="translate(120 8)">
        <path class="shadow" d="M180 812H1180L1240 852H240Z"/>
        <path class="ink" d="M160 742H1120V812H160Z"/>
        <path fill="#3b3733" d="M160 742H1120V756H160Z"/>
        <g class="stone">
        <path d="M230 716H560V742H230ZM620 716H1060V742H620Z"/>
        <path d="M640 520H740V716H640Z"/>
        <path d="M322 660H378V716H322ZM336 622H364V660H336Z"/>
        <path d="M936 640H1004V716H936Z"/>
        </g>
        <g class="shade">
        <path d="M640 520H668V716H640ZM322 660H338V716H322ZM936 640H954V716H936Z"/>
        <path d="M956 470H984V640H956ZM930 446H1010V470H930Z"/>
        </g>
        <path class="mist" d="M150 532C230 532 260 556 330 558L1080 566V606L330 598C260 598 220 572 150 572Z"/>
        <path class="paper" d="M150 532C230 532 260 556 330 558L1080 566V578L330 570C260 570 230 544 150 544Z"/>
        <path class="shade" d="M340 598H360V626H340Z"/>
        <circle class="deep" cx="690" cy="582" r="34"/><circle class="mist" cx="690" cy="582" r="14"/>
        <path class="deep" d="M674 578H706V586H674Z"/>
        <path class="ink" d="M190 470H222V538H190Z"/>
        <path class="red" d="M90 424C90 388 130 376 206 376C282 376 322 388 322 424C322 460 272 476 206 476C140 476 90
        460 90 424Z"/>
        <path fill="#c25a50" d="M112 414C120 394 156 386 214 388C168 396 138 402 112 414Z"/>
        <path d="M1036 712C1090 646 1140 650 1200 740C1250 800 1390 790 1480 760" fill="none" stroke="#1d1c1a"
        stroke-width="9"/>
        <circle class="red" cx="1036" cy="706" r="17"/>
        </g>
        <!-- The tape: NEWS, in international Morse code. -->
        <g transform="rotate(-2 800 950)">
        <path class="shadow" d="M-50 906H1650V1016H-50Z"/>
        <path class="paper" d="M-50 886H1650V994H-50Z"/>
        <g class="ink" transform="translate(290 14)">
        <path d="M90 913H180V939H90Z"/><circle cx="222" cy="926" r="14"/>
        <circle cx="340" cy="926" r="14"/>
        <circle cx="458" cy="926" r="14"/><path d="M500 913H590V939H500ZM620 913H710V939H620Z"/>
        <circle cx="828" cy="926" r="14"/><circle cx="872" cy="926" r="14"/><circle cx="916" cy="926" r="14"/>
        </g>
        </g>
        """)
}
