"""Pieces of text as word processors and web pages put them into the clipboard, and the Markdown that they become."""

GOOGLE = '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">{}</b>'
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Word">
<style>p.MsoNormal {{margin:0}}</style><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->{}<!--EndFragment--></body></html>"""


def _item(level, mark, words, number=0):
    """An item of a list as Word writes it."""
    return (f"<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l{number} level{level} lfo1'>"
            f"<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}"
            f"<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>"
            f"{words}<o:p></o:p></p>\n")


SAMPLES = {
    "paragraphs": ("<p>The first\n  line.</p><p>The second.</p>", "The first line.\n\nThe second."),
    "headings": ("<h1>The <b>port</b></h1><p>It opens.</p><h3>At night</h3>",
                 "## The port\n\nIt opens.\n\n### At night"),
    "emphasis": ("<p><b>Two</b> <i>words</i>, <strong><em>both</em></strong>, <s>none</s>.</p>",
                 "**Two** *words*, ***both***, ~~none~~."),
    "emphasis with blanks": ("<p>It was<b> very </b>late</p>", "It was **very** late"),
    "emphasis beside letters": ("<p><b>Note:</b>it opens</p>", "**Note**:it opens"),
    "line ends": ("<p>One<br>two<br></p><p>three<br><br>four</p>", "One\\\ntwo\n\nthree\n\nfour"),
    "links": ('<p>See <a href="https://example.org/a_b?utm_source=x&amp;id=1">the <b>report</b></a>, '
              '<a href="javascript:alert(1)">this</a>, <a href="/local">that</a> and '
              '<a href="mailto:ada@example.org">Ada</a>.</p>',
              "See [the report](https://example.org/a_b?id=1), this, that and Ada."),
    "an address": ('<a href="https://example.org/">https://example.org/</a>', "<https://example.org/>"),
    "wrapped links": ('<a href="https://www.google.com/url?q=https://example.org/x&amp;sa=D">one</a> '
                      '<a '
                      'href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fy&amp;d=1'
                      '">two</a>', "[one](https://example.org/x) [two](https://example.org/y)"),
    "an address with parentheses": ('<a href="https://example.org/a_(b)?x=1&amp;copy;=2">a</a>',
                                    "[a](https://example.org/a_%28b%29?x=1\\&copy;=2)"),
    "lists": ("<ul><li>One<ul><li>Inside</li></ul></li><li><p>Two</p></li></ul>", "- One\n  - Inside\n- Two"),
    "a list in a list without an item": ("<ol><li>One</li><ol><li>Inside</li></ol><li>Two</li></ol>",
                                         "1. One\n   1. Inside\n2. Two"),
    "lists that follow each other": ("<ul><li>One</li></ul><ul><li>Two</li></ul><ol start=3><li>Three</li></ol>",
                                     "- One\n\n* Two\n\n3. Three"),
    "a list with paragraphs": ("<ul><li><p>One</p><p>more</p></li><li>Two</li></ul>", "- One\n\n  more\n\n- Two"),
    "quotations": ("<blockquote><p>It is late.</p><p>Very.</p></blockquote>", "> It is late.\n>\n> Very."),
    "a table": ("<table><thead><tr><th>Port</th><th>Boats</th></tr></thead>"
                "<tr><td>Porto | east</td><td align=right>12</td></tr></table>",
                "| Port | Boats |\n| --- | --: |\n| Porto \\| east | 12 |"),
    "a table without headings": ("<table><tr><td rowspan=2>A</td><td>1</td></tr><tr><td>2</td></tr></table>",
                                 "| A | 1 |\n| --- | --- |\n|  | 2 |"),
    "a table whose first row is empty": ("<table><tr><td></td><td></td></tr><tr><td>A</td><td>1</td></tr></table>",
                                         "|  |  |\n| --- | --- |\n| A | 1 |"),
    "a table whose rows have headings": ("<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>",
                                         "|  |  |\n| --- | --- |\n| A | 1 |\n| B | 2 |"),
    "a table that places a page": ("<table><tr><td><p>One</p><p>Two</p></td></tr></table>", "One\n\nTwo"),
    "marks that are text": ("<p># 1</p><p>1. May</p><p>- no</p>"
                            "<p>2 * 3, a_b _c_ [d] &lt;e> `f` &amp;amp; \\</p><p>&gt; g</p>",
                            "\\# 1\n\n1\\. May\n\n\\- no\n\n"
                            "2 * 3, a_b \\_c\\_ \\[d\\] \\<e> \\`f\\` \\&amp; \\\\\n\n\\> g"),
    "a mark for boxes that is text": ("<blockquote>[!FACTS] Hello</blockquote>", "> \\[!FACTS\\] Hello"),
    "spaces and hyphens": ("<p>&nbsp;10&nbsp;km,&nbsp; &nbsp;\u200bcoop\u00aderate \u00adhere&nbsp;</p><p>&nbsp;</p>",
                           "10\u00a0km, coop\u00aderate here"),
    "pictures and hidden text": ('<p>A<img src="https://elsewhere.example/pixel.gif" alt="Words"> b'
                                 '<span style="display:none">no</span><span hidden>no</span></p>', "A b"),
    "columns": ("<pre>a   b\n1   2</pre>", "```\na   b\n1   2\n```"),
    "a web page": ("<main><div><div><h2>A</h2></div>Loose <span>words<div>and more</div></span></div>"
                   "<nav><a href='#x'>Up</a></nav><hr><button>No</button></main>",
                   "## A\n\nLoose\n\nwords\n\nand more\n\nUp\n\n---"),
    "Google Docs": (GOOGLE.format(
        '<p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:400;font-style:normal;'
        'white-space:pre-wrap;">It is </span><span style="font-weight:700;">bold</span>'
        '<span style="font-weight:400;font-style:italic;">, slanted</span></p><h2 dir="ltr"><span '
        'style="font-weight:400;">Then</span></h2>'
        '<ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li>'
        '<ul><li dir="ltr" aria-level="2"><p role="presentation"><span>Two</span></p></li></ul></ul><br>'),
        "It is **bold**, *slanted*\n\n## Then\n\n- One\n  - Two"),
    "a table of Google Docs": (GOOGLE.format(
        '<div dir="ltr"><table><colgroup><col width="100"></colgroup><tbody><tr><td><p><span style="font-weight:700;">'
        'Port</span></p></td><td><p><span style="font-weight:700;">Day</span></p></td></tr><tr><td><p>'
        '<span>Porto</span>'
        "</p></td><td><p><span>Monday</span></p></td></tr></tbody></table></div>"),
        "| Port | Day |\n| --- | --- |\n| Porto | Monday |"),
    "Word": (WORD.format(
        "<h1>The port<o:p></o:p></h1>\n<p class=MsoNormal>It is <b style='mso-bidi-font-weight:normal'>bold"
        "</b>,\n<span "
        "style='mso-spacerun:yes'>  </span>and <i>slanted</i>.<span style='mso-hide:all'>no</span><o:p></o:p></p>\n"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
        "<p class=MsoNormal>The <del cite=\"mailto:a\" datetime=\"2030\">old </del><ins>new</ins> pier"
        "<span class=MsoCommentReference><a href=\"#_msocom_1\">[A1]</a></span>.</p>\n"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>No.</p>"
        "</div></div>"),
        "## The port\n\nIt is **bold**, and *slanted*.\n\nThe new pier."),
    "deleted text of Word": (WORD.format(
        "<p class=MsoNormal>It is <span class=msoDel><del>gone</del></span><span class=msoIns><ins>here</ins></span> "
        "and <del>struck</del>, <s>too</s>.</p>"), "It is here and ~~struck~~, ~~too~~."),
    "a table of Word": (WORD.format(
        "<table class=MsoTableGrid border=1><tr><td width=301><p class=MsoNormal>Port<o:p></o:p></p></td>"
        "<td width=301><p class=MsoNormal>Day<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>Porto<o:p></o:p></p>"
        "</td><td><p class=MsoNormal>Monday<o:p></o:p></p></td></tr></table>"),
        "| Port | Day |\n| --- | --- |\n| Porto | Monday |"),
    "lists of Word": (WORD.format(
        "<p class=MsoNormal>See:</p>" + _item(1, "·", "One") + _item(2, "o", "Inside") + _item(1, "·", "<b>Two</b>")
        + "<p class=MsoNormal>Then:</p>" + _item(1, "3.", "Three", 1) + _item(1, "4.", "Four", 1)),
        "See:\n\n- One\n  - Inside\n- **Two**\n\nThen:\n\n3. Three\n4. Four"),
    "footnotes of Word": (WORD.format(
        "<p class=MsoNormal>Forty million<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" name=\"_ftnref1\"><span "
        "class=MsoFootnoteReference>[1]</span></a>.</p><div style='mso-element:footnote-list'><![if !supportFootnotes]>"
        "<br clear=all><hr align=left size=1 width=\"33%\"><![endif]><div style='mso-element:footnote' id=ftn1>"
        "<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> By "
        "<i>May</i>."
        "</p></div></div>"), "Forty million[^1].\n\n[^1]: By *May*."),
    "LibreOffice": (
        '<html><head><meta name="generator" content="LibreOffice"/><style type="text/css">p { margin: 0 }'
        '</style></head>'
        '<body lang="en-GB" dir="ltr"><p style="line-height: 115%"><font face="Serif">It is <b>bold</b> and\n'
        '<i>slanted</i>'
        '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</font></p>'
        '<ol><li><p>One</p></li><li><p>Two</p></li></ol><div id="sdfootnote1"><p class="sdfootnote">'
        '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>A note.</p></div></body></html>',
        "It is **bold** and *slanted*[^1].\n\n1. One\n2. Two\n\n[^1]: A note."),
    "right to left": ('<div dir="rtl"><h2>الميناء</h2><p><b>يفتح</b>\u200c الجسر.</p></div>',
                      "## الميناء\n\n**يفتح**\u200c الجسر."),
}

# HTML that tries to run, to load or to take too long. Beyond a limit, the browser pastes the plain text.
HOSTILE = {
    "scripts": ("<p onclick='alert(1)'>a<script>alert(2)</script><img src=x onerror=alert(3)><svg "
                "onload=alert(4)></svg></p>"
                "<iframe srcdoc='<script>parent.alert(5)</script>'></iframe><style>@import "
                "'https://elsewhere.example'</style>"
                "<link rel=stylesheet href='https://elsewhere.example/x.css'><p "
                "style='background:url(https://elsewhere.example)'"
                ">b</p><a href='data:text/html,<script>alert(6)</script>'>c</a><base href='https://elsewhere.example'>",
                "a\n\nb\n\nc"),
    "a script without an end": ("<p>a</p><script>" + "<script" * 50_000, "a"),
    "depth": ("<div>" * 10_000 + "x", None),
    "length": ("<p>" + "x" * 2_000_001, None),
    "a wide cell": ("<table><tr><td colspan=1000 rowspan=60000>a<td>b</tr></table>", None),
    "many marks": ("<p>" + "*_`[<&~" * 20_000 + "</p>", ...),
    "many tags without an end": ("<a '" * 100_000, ...),
    "many blanks": ("<p>" + "\u00a0" * 200_000 + "x" + " " * 200_000 + "</p>", "x"),
}
