extension DemoDrawing {
    /// The lens of a lighthouse, in portrait format: rings of glass around a lamp.
    static let lighthouseLens = DemoDrawing(
        """
        <rect class="deep" width="1067" height="1600"/>
        <path fill="#1d1c1a" fill-opacity=".35" d="M0 0H1067V240L0 420ZM0 1600V1300L1067 1180V1600Z"/>
        <!-- The beams. -->
        <path fill="#fdf6dc" fill-opacity=".16" d="M533 770L0 560V980ZM533 770L1067 560V980Z"/>
        <path fill="#fdf6dc" fill-opacity=".2" d="M533 770L0 670V870ZM533 770L1067 670V870Z"/>
        <!-- The prisms above and below, and the drum between them. -->
        <g class="mist">
        <path d="M223 510Q533 536 843 510L841 470Q533 496 225 470Z"/>
        <path d="M226 462Q533 488 840 462L834 422Q533 448 232 422Z"/>
        <path d="M234 414Q533 440 832 414L822 374Q533 400 244 374Z"/>
        <path d="M247 366Q533 392 819 366L804 326Q533 352 262 326Z"/>
        <path d="M265 318Q533 344 801 318L780 278Q533 304 286 278Z"/>
        <path d="M291 270Q533 296 775 270L747 230Q533 256 319 230Z"/>
        <path d="M326 222Q533 248 740 222L699 182Q533 208 367 182Z"/>
        <path d="M223 1042Q533 1062 843 1042L841 1080Q533 1100 225 1080Z"/>
        <path d="M226 1088Q533 1108 840 1088L835 1126Q533 1146 231 1126Z"/>
        <path d="M233 1134Q533 1154 833 1134L825 1172Q533 1192 241 1172Z"/>
        <path d="M243 1180Q533 1200 823 1180L810 1218Q533 1238 256 1218Z"/>
        </g>
        <path class="mist" d="M223 522H843V1030H223Z"/>
        <clipPath id="middle"><path d="M357 522H709V1030H357Z"/></clipPath>
        <clipPath id="left"><path d="M223 522H349V1030H223Z"/></clipPath>
        <clipPath id="right"><path d="M717 522H843V1030H717Z"/></clipPath>
        <g fill="none" stroke="#5d7283" stroke-width="7">
        <g clip-path="url(#middle)"><path class="paper" stroke="none" d="M357 522H709V1030H357Z"/>
        <circle cx="533" cy="776" r="112"/><circle cx="533" cy="776" r="144"/><circle cx="533" cy="776" r="176"/>
        <circle cx="533" cy="776" r="208"/><circle cx="533" cy="776" r="240"/><circle cx="533" cy="776" r="272"/>
        <circle cx="533" cy="776" r="304"/></g>
        <g clip-path="url(#left)">
        <ellipse cx="262" cy="776" rx="25" ry="70"/><ellipse cx="262" cy="776" rx="40" ry="112"/>
        <ellipse cx="262" cy="776" rx="55" ry="154"/><ellipse cx="262" cy="776" rx="70" ry="196"/>
        <ellipse cx="262" cy="776" rx="85" ry="238"/><ellipse cx="262" cy="776" rx="100" ry="280"/></g>
        <g clip-path="url(#right)">
        <ellipse cx="804" cy="776" rx="25" ry="70"/><ellipse cx="804" cy="776" rx="40" ry="112"/>
        <ellipse cx="804" cy="776" rx="55" ry="154"/><ellipse cx="804" cy="776" rx="70" ry="196"/>
        <ellipse cx="804" cy="776" rx="85" ry="238"/><ellipse cx="804" cy="776" rx="100" ry="280"/></g>
        </g>
        <circle cx="533" cy="776" r="80" fill="#fdf6dc" stroke="#5d7283" stroke-width="7"/>
        <circle cx="533" cy="776" r="34" fill="#fff"/>
        <!-- The frame of brass and the pedestal. -->
        <g class="stone">
        <path d="M349 522H357V1030H349ZM709 522H717V1030H709ZM213 506H853V524H213ZM213 1028H853V1046H213Z"/>
        <path d="M330 1226H736V1262H330Z"/>
        <path d="M421 136Q533 96 645 136L655 190H411ZM519 60H547V124H519Z"/>
        </g>
        <circle class="stone" cx="533" cy="58" r="22"/>
        <path class="ink" d="M300 1262H766V1316H300ZM420 1316H646L686 1600H380Z"/>
        <path class="red" d="M300 1282H766V1296H300Z"/>
        <path class="deep" d="M452 1340H482L452 1600H416Z"/>
        """, width: 1067, height: 1600)
}
