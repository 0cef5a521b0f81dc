extension DemoDrawing {
    /// The path of the paper through a rotary press, from the roll to the folded copies.
    static let rotaryPress = DemoDrawing(
        """
        <rect class="paper" width="1600" height="1067"/>
        <rect class="shade" y="1000" width="1600" height="67"/>
        <path class="line" d="M0 1001H1600"/>
        <!-- The frames. -->
        <g class="mist">
        <path d="M432 1000V130H752V1000H692V930H492V1000Z"/>
        <path d="M812 1000V130H1132V1000H1072V930H872V1000Z"/>
        <path d="M1172 1000V440H1372V1000Z" fill-opacity="0.6"/>
        <path d="M60 1000L180 660H276L396 1000H330L260 800H196L126 1000Z"/>
        </g>
        <!-- The roll, and the web that runs from it. -->
        <circle class="shade" cx="228" cy="690" r="208"/>
        <g class="line" stroke-width="3">
        <circle cx="228" cy="690" r="208" stroke-width="5"/>
        <circle cx="228" cy="690" r="172"/><circle cx="228" cy="690" r="136"/>
        <circle cx="228" cy="690" r="100"/><circle cx="228" cy="690" r="64"/>
        </g>
        <circle class="ink" cx="228" cy="690" r="34"/>
        <circle class="paper" cx="228" cy="690" r="12"/>
        <path d="M228 482H1236A38 38 0 0 1 1274 520V640" fill="none" stroke="#1d1c1a" stroke-width="13"/>
        <path d="M228 482H1236A38 38 0 0 1 1274 520V640" fill="none" stroke="#f7f2e7" stroke-width="6"/>
        <!-- First unit: the plate above the web prints one side. -->
        <g>
        <circle class="slate" cx="592" cy="592" r="104"/><circle class="paper" cx="592" cy="592" r="16"/>
        <circle class="deep" cx="592" cy="372" r="104"/>
        <path d="M592 372m-94 0a94 94 0 0 1 94 -94M592 372m94 0a94 94 0 0 1 -94 94" fill="none" stroke="#c8bfad"
        stroke-width="20" stroke-dasharray="6 5"/>
        <circle class="paper" cx="592" cy="372" r="16"/>
        <circle class="red" cx="540" cy="234" r="44"/><circle class="red" cx="644" cy="234" r="44"/>
        <circle class="red" cx="592" cy="166" r="40"/>
        <circle class="paper" cx="540" cy="234" r="8"/><circle class="paper" cx="644" cy="234" r="8"/>
        <circle class="paper" cx="592" cy="166" r="8"/>
        <path class="ink" d="M530 76H654L632 128H552Z"/>
        </g>
        <!-- Second unit: the plate below the web prints the other. -->
        <g>
        <circle class="slate" cx="972" cy="372" r="104"/><circle class="paper" cx="972" cy="372" r="16"/>
        <circle class="deep" cx="972" cy="592" r="104"/>
        <path d="M972 592m-94 0a94 94 0 0 1 94 -94M972 592m94 0a94 94 0 0 1 -94 94" fill="none" stroke="#c8bfad"
        stroke-width="20" stroke-dasharray="6 5"/>
        <circle class="paper" cx="972" cy="592" r="16"/>
        <circle class="red" cx="920" cy="730" r="44"/><circle class="red" cx="1024" cy="730" r="44"/>
        <circle class="red" cx="972" cy="798" r="40"/>
        <circle class="paper" cx="920" cy="730" r="8"/><circle class="paper" cx="1024" cy="730" r="8"/>
        <circle class="paper" cx="972" cy="798" r="8"/>
        <path class="ink" d="M910 888H1034L1012 836H932Z"/>
        </g>
        <!-- The former folds the web, the knife cuts it, and the copies lie in an overlapping row. -->
        <circle class="ink" cx="1236" cy="526" r="34"/><circle class="paper" cx="1236" cy="526" r="9"/>
        <path class="paper" d="M1196 610H1352L1274 780Z"/>
        <path class="line" d="M1196 610H1352L1274 780Z"/>
        <path class="line" d="M1274 610V780" stroke-dasharray="8 8" stroke-width="3"/>
        <circle class="slate" cx="1238" cy="806" r="34"/><circle class="slate" cx="1310" cy="806" r="34"/>
        <circle class="deep" cx="1230" cy="890" r="42"/><circle class="deep" cx="1318" cy="890" r="42"/>
        <path class="paper" d="M1270 770H1278V946H1270Z"/>
        <path class="red" d="M1256 883H1292V897H1256Z"/>
        <g class="line" stroke-width="3">
        <path class="paper" d="M1250 984L1372 952L1376 966L1254 998Z"/>
        <path class="paper" d="M1306 984L1428 952L1432 966L1310 998Z"/>
        <path class="paper" d="M1362 984L1484 952L1488 966L1366 998Z"/>
        <path class="paper" d="M1418 984L1540 952L1544 966L1422 998Z"/>
        <path class="paper" d="M1474 984L1596 952L1600 966L1478 998Z"/>
        </g>
        <!-- An arrow for the direction in which the roll turns. -->
        <g fill="none" stroke="#a5302a" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">
        <path d="M98 574A172 172 0 0 1 190 522M166 512L192 521L174 542"/>
        </g>
        """)
}
