import Markup
import Newsroom

@testable import Pages

/// Stories with all the structure and all the typography that a body may have.
extension PreviewPages {
    func structured() throws -> [(String, HTML)] {
        let english = Sample.version(
            2, headline: "Harbor league - who's up, who's down after 'the longest day'",
            standfirst: "\"We don't count boats,\" the referee said. The '90s record still stands.", body: Self.english,
            byline: "Sean O'Neill")
        let arabic = Sample.version(
            2, headline: "نتائج دوري الميناء - الجولة الأولى", standfirst: "قال الحكم: \"لا نعد القوارب\".",
            body: Self.arabic, dateline: Dateline(place: "الميناء الشرقي", agency: "كورير"), byline: "الكاتب الأول",
            credits: [])
        let language = try Sample.language("ar")
        let compared = Self.english.replacing("3. The", with: "2. The").replacing("| 12 |", with: "| 13 |")
            .replacing("~~Sunday~~", with: "Sunday").replacing("West      8", with: "West      7")
        return [
            ("structure", Sample.page(Sample.story(english), pictures: [Sample.picture(1)]).html(in: context)),
            ("additions", try additions(Self.englishAdditions)),
            ("additions-arabic", try additions(Self.arabicAdditions, language: language)),
            ("structure-arabic", Sample.page(Sample.story(arabic, language: language)).html(in: context)),
            (
                "structure-version",
                VersionPage(
                    story: Sample.story(english), version: english,
                    earlier: Sample.version(1, headline: "Harbor league", body: compared)
                ).html(in: context)
            ),
        ]
    }

    /// A story with footnotes, boxes and pictures in its text.
    private func additions(_ body: String, language: Language = .english) throws -> HTML {
        let version = Sample.version(2, body: body)
        return Sample.page(
            Sample.story(version, language: language), pictures: [Sample.picture(1), Sample.picture(2)]
        ).html(in: context)
    }

    private static let englishAdditions = """
        The ferry[^history] sails again, for *forty million*[^cost], and six times a day.[^history]

        > [!FACTS] The ferry in figures
        > - **Length:** 62 meters
        > - **Crossing:** [25 minutes](https://example.org)[^cost]
        >
        > | Season | First boat | Last boat | Boats a day | Crossings with a bicycle, in percent |
        > | --- | --- | --- | ---: | ---: |
        > | Winter | 6:00 | 20:00 | 6 | 4 |
        > | Summer | 5:30 | 23:30 | 10 | 31 |
        >
        > Source: the port.

        Shopkeepers on the west side asked for a boat at noon.

        ![The boat leaves, as *nobody* expected.](picture:2)

        There is none between one and four in the afternoon, when the channel belongs to freighters.

        > [!FACTS]
        > A box without a title.

        <https://example.org/report>

        [^history]: A storm broke the pier nineteen years ago. See [the report](https://example.org/report).
        [^cost]: According to the council.

            It meets on the first Monday of the month.
        """

    private static let arabicAdditions = """
        عادت العبارة[^1] إلى المضيق بعد تسعة عشر عاما.[^2]

        > [!FACTS] العبارة بالأرقام
        > - **الطول:** 62 مترا
        > - **العبور:** 25 دقيقة[^1]

        ![يغادر القارب عند الفجر.](picture:2)

        > [!FACTS]
        > صندوق بلا عنوان.

        [^1]: كسرت عاصفة الرصيف.
        [^2]: انظر [التقرير](https://example.org/report).
        """

    private static let english = """
        "*Rain*," the referee said, "isn't a reason - it's an excuse." The match moves from ~~Sunday~~ Monday.

        "The crews weren't ready," he went on. "They said 'not yet' twice.

        "They'll be ready now."

        | Team | Played | Won | Drawn | Lost | For | Against | Points | Next opponent |
        | :--- | -----: | --: | ----: | ---: | --: | ------: | -----: | :-----------: |
        | East Pier | 12 | 10 | 1 | 1 | 31 | 9 | 31 | West Quay |
        | West Quay | 12 | 8 | 2 | 2 | 25 | 11 | 26 | *East Pier* |
        | O'Neill's Own \\| "Reserves" | 12 | 0 | 1 | 11 | 4 | 40 | 1 | - |

        The rules are short:

        3. The boat that's first wins.
        4. There are no others.
           - Not even "unwritten" ones.

        > "Nobody believed it," said the harbor master -- twice.
        >
        > > He's 6'2" and doesn't repeat himself.

        Last year's table, as it came over the wire:

        ```
        Team      Pts   Goals for   Goals against   Longest unbeaten run   Weather on the day
        East      31    31          9               9                      fine
        West      8     25          11              4                      "mixed"
        ```

        |  |  |
        | --- | --- |
        | Start | 10-12 a.m. |
        | Finish | never |
        """

    private static let arabic = """
        قال الحكم: "المطر ليس سببا - بل عذر". تأجلت المباراة من ~~الأحد~~ إلى الاثنين.

        | الفريق | لعب | فاز | تعادل | خسر | له | عليه | النقاط | المنافس القادم |
        | :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | :---: |
        | الرصيف الشرقي | 12 | 10 | 1 | 1 | 31 | 9 | 31 | الرصيف الغربي |
        | الرصيف الغربي | 12 | 8 | 2 | 2 | 25 | 11 | 26 | الرصيف الشرقي |

        3. القارب الأول يفوز.
        4. لا قواعد أخرى.

        ```
        الفريق      النقاط
        الشرقي      31
        الغربي       8
        ```
        """
}
