import Newsroom
import Pages
import Storage

/// The public page of a person. The number decides; another name in the address redirects to the right one.
enum ReadPerson {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        guard exchange.site.settings.house.hasPeoplePages else { throw Refusal(.missing(.person)) }
        let id: Person.ID = try exchange.identifier("person")
        let key = try exchange.pageKey()
        let (page, mayBeCached) = try await exchange.read { tx in
            guard let person = try tx.publicPerson(id) else { throw Refusal(.missing(.person)) }
            // Compares bytes; see `Exchange.story`.
            guard exchange.path["slug"]?.utf8.elementsEqual(person.slug.text.utf8) == true else {
                throw EarlyResponse(answer: .moved(Address.person(person, after: key)))
            }
            let found = try tx.publicComments(of: id, before: key, limit: PersonPage.most + 1)
            let shown = Array(found.prefix(PersonPage.most))
            let page = PersonPage(
                person: person, comments: shown, next: found.count > shown.count ? shown.last?.comment.key : nil)
            return (page, try key.map { try tx.isPublicComment(at: $0, of: id) } ?? true)
        }
        let answer = Answer.page(page.html(in: exchange.site.context))
        // A withdrawn story that comes back brings its comments back, which the lists show as well.
        guard mayBeCached else { return answer }
        return answer.cached(for: .person(id), .lists, and: Set(page.comments.map(\.story.id)).map { .story($0) })
    }
}
