import Newsroom
import Operations
import Pages

/// Saves and deletes views of the queue for the member of staff who asks.
enum SaveView {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        try exchange.form.requireText()
        let view = try SavedView(name: exchange.form["name"] ?? "", filter: exchange.queueFilter ?? QueueFilter())
        try await exchange.site.newspaper.save(view, as: exchange.actor)
        return .seeOther(Address.queue(view.filter))
    }

    static func delete(_ exchange: Exchange) async throws -> Answer {
        try exchange.form.requireText()
        try await exchange.site.newspaper.deleteView(named: exchange.form["name"] ?? "", as: exchange.actor)
        return .seeOther(Address.queue(exchange.queueFilter ?? QueueFilter()))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let typed = TypedViewName(name: exchange.form["name"] ?? "", refusal: refusal)
        return .refusing(refusal, try await WorkOnQueue.page(exchange, typed: typed).html(in: exchange.site.context))
    }
}
