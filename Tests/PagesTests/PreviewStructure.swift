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
