import Newsroom

/// Datelines of agencies that write Chinese, Japanese or Korean: `新华社北京1月3日电`, `［東京 3日 ロイター］ - `,
/// `(서울=연합뉴스) 홍길동 기자 = `.
enum EastAsianDateline {
    /// The dateline, and the index of the text after it. `nil` if the text begins in another way.
    static func read(_ text: String) -> (dateline: Dateline, end: String.Index)? {
        switch text.first {
        case "［", "[", "【": japanese(text)
        case "(", "（": text.prefix(20).contains("=") ? korean(text) : nil
        case let first? where !first.isASCII: chinese(text)
        default: nil
        }
    }

    private typealias Found = (dateline: Dateline, end: String.Index)

    private static func chinese(_ text: String) -> Found? {
        let pattern =
            /(新华社|中新社|中新网|中央社|法新社|路透社|美联社|共同社|塔斯社)(\p{Script=Han}{2,10}?)(?:\d{1,2}月)?\d{1,2}日电\s?(?:[（(][^（）()]{1,40}[）)])?\s?/
        guard let found = text.prefixMatch(of: pattern) else { return nil }
        return (Dateline(place: String(found.2), agency: String(found.1)), found.range.upperBound)
    }

    private static func japanese(_ text: String) -> Found? {
        if let found = text.prefixMatch(of: /[［\[]([^\s\]］]{1,20})\s[0-9０-９]{1,2}日\s([^\]］]{1,20})[\]］]\s?[-－―—–]?\s?/)
        {
            return (Dateline(place: String(found.1), agency: String(found.2)), found.range.upperBound)
        }
        guard let found = text.prefixMatch(of: /【([^】]{1,12}?)[=＝]?(時事|共同|ロイター)】\s?/) else { return nil }
        return (Dateline(place: String(found.1), agency: String(found.2)), found.range.upperBound)
    }

    /// The name of the reporter after the dateline is dropped with it.
    private static func korean(_ text: String) -> Found? {
        let pattern = /[(（](\p{Script=Hangul}{2,15})=(\p{Script=Hangul}{2,12})[)）]\s?(?:[^=.]{2,40}=\s?)?/
        guard let found = text.prefixMatch(of: pattern) else { return nil }
        return (Dateline(place: String(found.1), agency: String(found.2)), found.range.upperBound)
    }
}
