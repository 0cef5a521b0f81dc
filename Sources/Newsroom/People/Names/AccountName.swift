/// Stands in until the real one.
package struct AccountName: Sendable, Hashable {
    package let text: String
    package let key: String
    package init(_ typed: String) throws(Refusal) {
        text = try CommentDraft.nameRule.accept(typed)
        key = text.foldedName
    }
}
extension AccountName {
    package static func key(of name: String) -> String { name.foldedName }
}
