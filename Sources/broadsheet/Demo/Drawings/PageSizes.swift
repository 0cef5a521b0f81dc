extension DemoDrawing {
    /// Broadsheet, Berliner and tabloid, aligned at one corner over a grid of six columns.
    static let pageSizes = DemoDrawing(
        """
        <rect class="shade" width="1600" height="1067"/>
        <!-- Three pages aligned at one corner, at 1.55 points per millimeter: 375 by 597, 315 by 470, 280 by 430. -->
        <g transform="translate(140 72)">
        <rect class="shadow" x="14" y="14" width="581" height="925"/>
        <rect class="paper" width="581" height="925"/>
        <rect class="mist" width="488" height="728"/>
        <rect class="paper" width="434" height="666"/>
        <g fill="none" stroke="#5d7283" stroke-width="2">
        <path d="M40 40V885M117 40V885M131 40V885M208 40V885M222 40V885M299 40V885"/>
        <path d="M313 40V885M390 40V885M404 40V885M481 40V885M495 40V885M541 40V885"/>
        <path d="M28 160H553M28 402H553M28 644H553M28 885H553M28 40H553" stroke-dasharray="10 8"/>
        </g>
        <path class="line" d="M0 0H581V925H0Z"/>
        <path class="line" d="M488 0V728H0"/>
        <path d="M434 0V666H0" fill="none" stroke="#a5302a" stroke-width="7"/>
        </g>
        <!-- The same three as silhouettes on one baseline. -->
        <g transform="translate(860 0)">
        <path class="line" d="M-20 997H660"/>
        <rect class="ink" x="0" y="639" width="225" height="358"/>
        <rect class="slate" x="255" y="715" width="189" height="282"/>
        <rect class="red" x="474" y="739" width="168" height="258"/>
        <path d="M22 690H203M22 708H203M22 726H150" stroke="#f7f2e7" stroke-width="6"/>
        <path d="M275 760H424M275 778H424M275 796H380" stroke="#f7f2e7" stroke-width="6"/>
        <path d="M492 784H624M492 802H624M492 820H590" stroke="#f7f2e7" stroke-width="6"/>
        </g>
        <!-- A broadsheet turned on its side is two tabloids. -->
        <g transform="translate(900 96)">
        <rect class="shadow" x="12" y="12" width="560" height="352"/>
        <rect class="paper" width="560" height="352"/>
        <path class="line" d="M0 0H560V352H0Z"/>
        <path d="M280 -26V378" fill="none" stroke="#a5302a" stroke-width="5" stroke-dasharray="18 12"/>
        <rect class="ink" x="28" y="34" width="224" height="26"/>
        <rect class="ink" x="28" y="72" width="150" height="26"/>
        <rect class="mist" x="28" y="118" width="224" height="116"/>
        <rect class="text" x="28" y="252" width="104" height="65"/>
        <rect class="text" x="148" y="252" width="104" height="65"/>
        <rect class="ink" x="308" y="34" width="224" height="26"/>
        <rect class="ink" x="308" y="72" width="180" height="26"/>
        <rect class="text" x="308" y="120" width="104" height="197"/>
        <rect class="mist" x="428" y="118" width="104" height="116"/>
        <rect class="text" x="428" y="252" width="104" height="65"/>
        </g>
        """)
}
