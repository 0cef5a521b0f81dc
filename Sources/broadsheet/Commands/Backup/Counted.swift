/// Numbers of things, such as "1 story, 2 comments".
enum Counted {
    static func of(_ things: [(number: Int, one: String, many: String)]) -> String {
        things.map { "\($0.number) \($0.number == 1 ? $0.one : $0.many)" }.joined(separator: ", ")
    }
}
