import Newsroom
import Operations
import Pages

/// The jobs that are not done, and what an admin does with them.
enum ReadJobs {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.actor.staff(for: .administer)
        let (jobs, counts) = try await exchange.site.newspaper.jobs(as: exchange.actor)
        return .page(
            JobsPage(staff: staff, jobs: jobs, counts: counts, limit: Newspaper.jobsListed)
                .html(in: exchange.site.context))
    }

    static func retry(_ exchange: Exchange) async throws -> Answer {
        try await exchange.site.newspaper.retryJob(try exchange.identifier("job"), as: exchange.actor)
        return .seeOther(Address.jobs)
    }

    static func drop(_ exchange: Exchange) async throws -> Answer {
        try await exchange.site.newspaper.dropJob(try exchange.identifier("job"), as: exchange.actor)
        return .seeOther(Address.jobs)
    }
}
