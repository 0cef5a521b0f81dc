extension DemoDrawing {
    /// A case of Arabic type with the four forms of one letter.
    static let arabicTypeCase = DemoDrawing(
        """
        <rect class="slate" width="1600" height="1067"/>
        <path class="shadow" d="M92 102H1548V1034H92Z"/>
        <path class="ink" d="M64 74H1536V1006H64Z"/>
        <path fill="#3b3733" d="M64 74H1536V84H74V1006H64Z"/>
        <path class="shade" d="M86 96h188v224h-188ZM293 96h188v224h-188ZM499 96h188v224h-188ZM706 96h188v224h-188ZM913
        96h188v224h-188ZM1119 96h188v224h-188ZM1326 96h188v224h-188ZM86 336h188v224h-188ZM293 336h188v224h-188ZM499 336
        h188v224h-188ZM706 336h188v224h-188ZM913 336h188v224h-188ZM1119 336h188v224h-188ZM1326 336h188v224h-188ZM1172
        576h342v408h-342ZM810 576h342v408h-342ZM448 576h342v408h-342ZM86 576h342v408h-342Z"/>
        <path class="stone" d="M86 96h188v12h-176v212h-12ZM293 96h188v12h-176v212h-12ZM499 96h188v12h-176v212h-12ZM706
        96h188v12h-176v212h-12ZM913 96h188v12h-176v212h-12ZM1119 96h188v12h-176v212h-12ZM1326 96h188v12h-176v212h-12ZM86
        336h188v12h-176v212h-12ZM293 336h188v12h-176v212h-12ZM499 336h188v12h-176v212h-12ZM706 336h188v12h-176v212h-12
        ZM913 336h188v12h-176v212h-12ZM1119 336h188v12h-176v212h-12ZM1326 336h188v12h-176v212h-12ZM1172 576h342v14h-328
        v394h-14ZM810 576h342v14h-328v394h-14ZM448 576h342v14h-328v394h-14ZM86 576h342v14h-328v394h-14Z"/>
        <g fill="none" stroke="#1d1c1a" stroke-width="9" stroke-linejoin="round">
        <g transform="translate(108.5 130.3) scale(1.55)">
        <path d="M44 60C52 40 70 32 82 36C96 42 94 62 80 62H46C42 56 42 50 42 44C48 74 40 90 24 90C8 90 6 74 10 60"/>
        </g>
        <g transform="translate(315.5 130.3) scale(1.55)">
        <path d="M92 36C94 58 88 62 81 62C74 62 72 54 72 42C72 56 68 62 62 62C55 62 53 54 52 40C58 72 46 90 28 90C10 90
        6 74 12 58"/></g>
        <g transform="translate(521.5 130.3) scale(1.55)"><path d="M64 40C74 66 58 88 32 90"/></g>
        <g transform="translate(728.5 130.3) scale(1.55)"><path d="M46 22C70 38 78 66 58 66H30"/></g>
        <g transform="translate(935.5 130.3) scale(1.55)">
        <path d="M22 34C40 22 54 38 80 32C44 36 24 54 28 74C32 94 62 96 80 84"/>
        <circle cx="58" cy="66" r="7" class="ink" stroke="none"/></g>
        <g transform="translate(1141.5 130.3) scale(1.55)"><path d="M14 40C10 66 26 66 50 66C74 66 90 66 86 40"/>
        <circle cx="50" cy="86" r="7" class="ink" stroke="none"/></g>
        <g transform="translate(1348.5 130.3) scale(1.55)"><path d="M50 12V66"/></g>
        <g transform="translate(108.5 370.3) scale(1.55)">
        <path d="M68 58C54 64 42 58 44 46C46 32 66 32 68 50C72 76 58 90 32 90"/></g>
        <g transform="translate(315.5 370.3) scale(1.55)"><path d="M80 38C88 70 72 86 50 86C28 86 14 70 20 44"/>
        <circle cx="50" cy="44" r="7" class="ink" stroke="none"/></g>
        <g transform="translate(521.5 370.3) scale(1.55)">
        <path d="M42 92V70C42 62 48 60 56 62C70 66 78 60 74 48C70 34 52 36 44 62"/></g>
        <g transform="translate(728.5 370.3) scale(1.55)"><path d="M70 8V62C70 82 58 90 44 90C26 90 20 76 26 58"/></g>
        <g transform="translate(935.5 370.3) scale(1.55)">
        <path d="M78 10V54C78 64 72 66 64 66H34C18 66 14 58 18 44M62 26C46 26 46 36 56 38C64 40 58 48 46 48"/></g>
        <g transform="translate(1141.5 370.3) scale(1.55)">
        <path d="M80 50C70 60 52 56 54 42C56 28 76 28 80 46C84 74 68 90 46 90C22 90 14 76 20 56"/>
        <circle cx="56" cy="12" r="6.5" class="ink" stroke="none"/>
        <circle cx="76" cy="12" r="6.5" class="ink" stroke="none"/></g>
        <g transform="translate(1348.5 370.3) scale(1.55)">
        <path d="M30 62C40 42 60 32 74 36C90 42 88 62 74 62H14M36 8V60"/></g>
        </g>
        <!-- The letter ayn in its four forms: isolated, initial, medial and final. -->
        <g fill="none" stroke="#a5302a" stroke-width="10" stroke-linejoin="round">
        <g transform="translate(1224 630)"><path stroke="none" class="shadow" d="M20 36H274V328H20Z"/>
        <path stroke="none" class="deep" d="M0 250H240L262 304H22Z"/>
        <path stroke="none" class="slate" d="M240 0L262 54V304L240 250Z"/>
        <path stroke="none" class="mist" d="M0 0H240V250H0Z"/>
        <path stroke="none" class="paper" d="M0 0H240V8H8V250H0Z"/><g transform="translate(10 10) scale(2.2)">
        <path d="M68 28C48 18 32 32 42 44C48 50 60 48 72 44C46 50 24 62 28 80C32 96 62 98 80 88"/></g></g>
        <g transform="translate(862 630)"><path stroke="none" class="shadow" d="M20 36H274V328H20Z"/>
        <path stroke="none" class="deep" d="M0 250H240L262 304H22Z"/>
        <path stroke="none" class="slate" d="M240 0L262 54V304L240 250Z"/>
        <path stroke="none" class="mist" d="M0 0H240V250H0Z"/>
        <path stroke="none" class="paper" d="M0 0H240V8H8V250H0Z"/><g transform="translate(10 10) scale(2.2)">
        <path d="M68 28C48 18 34 36 44 50C50 58 64 56 78 52C64 60 54 66 38 66H6"/></g></g>
        <g transform="translate(500 630)"><path stroke="none" class="shadow" d="M20 36H274V328H20Z"/>
        <path stroke="none" class="deep" d="M0 250H240L262 304H22Z"/>
        <path stroke="none" class="slate" d="M240 0L262 54V304L240 250Z"/>
        <path stroke="none" class="mist" d="M0 0H240V250H0Z"/>
        <path stroke="none" class="paper" d="M0 0H240V8H8V250H0Z"/><g transform="translate(10 10) scale(2.2)">
        <path d="M4 66H30C44 66 60 54 66 42C58 34 42 34 34 42C40 54 56 66 70 66H96"/></g></g>
        <g transform="translate(138 630)"><path stroke="none" class="shadow" d="M20 36H274V328H20Z"/>
        <path stroke="none" class="deep" d="M0 250H240L262 304H22Z"/>
        <path stroke="none" class="slate" d="M240 0L262 54V304L240 250Z"/>
        <path stroke="none" class="mist" d="M0 0H240V250H0Z"/>
        <path stroke="none" class="paper" d="M0 0H240V8H8V250H0Z"/><g transform="translate(10 10) scale(2.2)">
        <path d="M96 66H74C58 66 42 56 36 44C44 36 58 36 66 44C62 56 28 62 28 80C28 96 60 98 80 88"/></g></g>
        </g>
        """)
}
