import Database

extension MovedTable {
    /// What people follow, and whom they mute.
    static let following: [MovedTable] = [
        MovedTable(
            "follows", types: "iiiii", key: ["id"], columns: "id, person_id, story_id, topic_id, since"),
        MovedTable("mutes", types: "iii", key: ["person_id", "muted_id"], columns: "person_id, muted_id, since"),
    ]
}
