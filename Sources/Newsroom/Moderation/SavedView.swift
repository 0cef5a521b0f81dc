/// A part of the queue that a member of staff has saved under a name. Nobody else sees it.
package struct SavedView: Sendable, Hashable {
    /// How many views a member of staff may save.
    package static let most = 20
    package static let nameRule = TextRule(.viewName, field: "name", minimum: 1, maximum: 40)

    package let name: String
    /// The part of the queue, with everything that was skipped.
    package let filter: QueueFilter

    /// Refuses with `invalid` a name that is empty, unprintable or longer than 40 characters.
    package init(name: String, filter: QueueFilter) throws(Refusal) {
        self.init(accepted: try Self.nameRule.accept(name), filter: filter)
    }

    /// A view with a name that was accepted before.
    package init(accepted name: String, filter: QueueFilter) {
        self.name = name
        self.filter = filter.withSkipped
    }
}
