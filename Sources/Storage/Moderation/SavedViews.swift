import Database
import Foundation
package import Newsroom

/// Parts of the queue that members of staff have saved, each for themselves.
extension Transaction {
    /// The saved views of a member of staff, by name.
    package func savedViews(of staff: Staff) throws -> [SavedView] {
        try all("SELECT name, fields FROM saved_views WHERE staff_id = $1 ORDER BY name_key", staff.id) { row in
            let fields = try JSONDecoder().decode([String: String].self, from: Data((try row[1] as String).utf8))
            return SavedView(accepted: try row[0], filter: QueueFilter(reading: { fields[$0] }))
        }
    }

    /// Saves a view, in place of the one with the same name. Refuses with `invalid` if there are too many.
    package func save(_ view: SavedView, of staff: Staff) throws {
        let key = view.name.foldedName
        let others: Int? = try value(
            "SELECT COUNT(*) FROM saved_views WHERE staff_id = $1 AND name_key <> $2", staff.id, key)
        guard others ?? 0 < SavedView.most else {
            throw Refusal(.ruling(.tooManyViews), [.limit: .number(SavedView.most)], field: "name")
        }
        let fields = Dictionary(uniqueKeysWithValues: view.filter.fields.map { ($0.name, $0.value) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try run(
            """
            INSERT INTO saved_views (staff_id, name_key, name, fields) VALUES ($1, $2, $3, $4)
            ON CONFLICT (staff_id, name_key) DO UPDATE SET name = $3, fields = $4
            """, staff.id, key, view.name, String(decoding: try encoder.encode(fields), as: UTF8.self))
    }

    /// Deletes a saved view, if there is one with this name.
    package func deleteView(named name: String, of staff: Staff) throws {
        try run("DELETE FROM saved_views WHERE staff_id = $1 AND name_key = $2", staff.id, name.foldedName)
    }
}
