/// The words for stories and comments.
enum Words {
    static let plain = list(
        """
        the the the the the of of of and and and to to to a a a in in is is it it that that was for on are as
        with they be at one have this from or had by but not what all were we when your can said there use an
        each which she do how their if will up other about out many then them these so some her would make like
        him into time has look two more write go see number no way could people my than first water been call
        who now find long down day did get come made may part over new sound take only little work know place
        year live me back give most very after thing our just name good sentence man think say great where help
        through much before line right too mean old any same tell boy follow came want show also around form
        three small set put end does another well large must big even such because turn here why ask went men
        read need land different home us move try kind hand picture again change off play spell air away animal
        house point page letter mother answer found study still learn should harbour council ferry tide bridge
        market school street budget river station paper vote hospital engineer machine evening morning winter
        library weather committee question figure report repair platform
        """)

    static let topical = list(
        """
        council harbour ferry budget library railway hospital market bridge school theatre river museum station
        airport orchard reservoir lighthouse archive workshop observatory festival printing housing drainage
        tramway canal dockyard bakery quarry
        """)

    static let verbs = list(
        "plans opens keeps repairs counts moves loses wins leaves builds delays doubles studies shares closes saves")

    static let arabic = list(
        """
        في من على إلى هذا التي كان بعد المدينة الجسر الميناء
        المجلس السوق المدرسة القطار الصباح الماء الورق الكتاب
        القراء السؤال الجواب الناس العمل الطريق الوقت الحديقة
        المكتبة الشارع الخبر نعم لا ربما كثير قليل جديد قديم
        """)

    static let chinese = list(
        """
        这座桥 港口 市场 图书馆 今天早上 我们 他们 应该 认为 没有 问题 报纸 读者
        学校 火车站 冬天 河水 会议 预算 医院 为什么 这样 比较 可以 明年
        """)

    static let emoji = list("🙂 👍 🎉 🤔 🚲 📚 🌧️ 🚋 👩‍🔧 ❤️ 😅 🧭")

    static let adjectives = list(
        """
        quiet early northern patient salty amber curious gentle brisk wandering careful plain late humble bright
        silver dusty steady inky lucky mossy narrow distant honest slow thirsty velvet windy hollow copper
        """)

    static let nouns = list(
        """
        heron compass lantern gull kettle anchor ledger teapot crosshead beacon pebble sparrow bicycle almanac
        thimble ferry otter galley margin inkwell barnacle thistle meridian weathercock signal folio harbour
        turnip cartwheel magpie
        """)

    private static func list(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
