import Database

/// Writes the comments of one story after another, and the earlier texts of edited ones.
final class DiscussionWriter {
    let desk: DeskWriter
    private let comments: BulkTable
    private let texts: BulkTable
    private let population: Population

    init(on handle: SQLiteHandle, seed: UInt64) throws {
        desk = try DeskWriter(on: handle)
        population = Population(seed: seed)
        comments = try BulkTable(
            "comments",
            """
            id, story_id, parent_id, thread_id, name, name_key, text, state, clause, is_listed, story_version, \
            created_at, edited_at,
            reply_count, source, writer
            """, on: handle)
        texts = try BulkTable("comment_texts", "comment_id, number, text, replaced_at", on: handle)
    }

    /// The number of the next comment.
    var next: Int { comments.rows + 1 }

    func add(_ shape: DiscussionShape, to story: Int, _ draw: inout Draw) throws {
        let first = next
        let start = StoryWriter.publication(of: story)
        for place in shape.parents.indices {
            try add(place, of: shape, story: story, first: first, at: start + shape.times[place], &draw)
        }
    }

    private func add(
        _ place: Int, of shape: DiscussionShape, story: Int, first: Int, at: Int, _ draw: inout Draw
    ) throws {
        let id = first + place
        let person = population.person(&draw)
        let text = Prose.comment(&draw)
        let state = shape.states[place]
        let clause = state == .removed ? DeskWriter.clause(&draw) : nil
        let parent = shape.parents[place]
        let isEdited = state == .published && draw.happens(oneIn: 60)
        try comments.add([
            id, story, parent.map { first + $0 }, parent.map { _ in first + shape.roots[place] }, person.name,
            person.key, text, state.stored, clause, state == .held ? 0 : 1, 1, at, isEdited ? at + 120_000 : nil,
            shape.replyCounts[place], person.source, person.writer,
        ])
        if isEdited { try texts.add([id, 1, Prose.comment(&draw), at + 120_000]) }
        switch state {
        case .held: try desk.hold(id, at: at)
        case .removed: try desk.remove(id, clause: clause ?? "", at: at + 3_600_000, &draw)
        case .published: if draw.happens(oneIn: 4_000) { try desk.report(id, at: at + 1_800_000, &draw) }
        }
    }
}

extension DiscussionShape.State {
    fileprivate var stored: String {
        switch self {
        case .published: "published"
        case .held: "held"
        case .removed: "removed"
        }
    }
}
