import Metering

/// All metrics of ours. `docs/running/monitoring.md` has a row for each; a test compares the two.
extension Metric {
    static let requests = Metric(
        .counter, "broadsheet_http_requests_total", "Requests by route, method and status.")
    static let requestSeconds = Metric(
        .histogram, "broadsheet_http_request_duration_seconds",
        "From the arrival of a request's head until its response was handed to the system.")
    static let connections = Metric(.gauge, "broadsheet_http_connections", "Open connections.")
    static let mostConnections = Metric(
        .gauge, "broadsheet_http_connections_limit", "Connections that may be open; 0 for no limit.")
    static let listeners = Metric(
        .gauge, "broadsheet_listeners", "Open pages that wait for news of their discussion.")
    static let mostListeners = Metric(.gauge, "broadsheet_listeners_limit", "Open pages that may wait for news.")

    static let cacheHits = Metric(
        .counter, "broadsheet_page_cache_hits_total", "Shared pages that were in the cache.")
    static let cacheMisses = Metric(
        .counter, "broadsheet_page_cache_misses_total", "Shared pages that were not in the cache.")
    static let cacheRenderings = Metric(
        .counter, "broadsheet_page_cache_renderings_total", "Shared pages rendered for a request or ahead of one.")
    static let cacheEvictions = Metric(
        .counter, "broadsheet_page_cache_evictions_total", "Pages that left the cache for lack of memory.")
    static let cachePages = Metric(.gauge, "broadsheet_page_cache_entries", "Pages in the cache.")
    static let cacheBytes = Metric(.gauge, "broadsheet_page_cache_bytes", "Memory of the pages in the cache.")
    static let mostCacheBytes = Metric(
        .gauge, "broadsheet_page_cache_limit_bytes", "Memory budget of the cache.")

    static let databaseUp = Metric(
        .gauge, "broadsheet_database_up", "Whether the database responded to this request within a second.")
    static let readSeconds = Metric(
        .histogram, "broadsheet_database_read_duration_seconds", "Reads, with the time that they waited.")
    static let writeSeconds = Metric(
        .histogram, "broadsheet_database_write_duration_seconds", "Writes, with the time that they waited.")
    static let commitSeconds = Metric(
        .histogram, "broadsheet_database_commit_duration_seconds", "Transactions that write, from begin to commit.")
    static let commitWrites = Metric(
        .histogram, "broadsheet_database_commit_writes", "Writes that share a commit.")
    static let waitingWrites = Metric(
        .gauge, "broadsheet_database_writes_waiting", "Writes that the writer has not begun.")
    static let activeReads = Metric(
        .gauge, "broadsheet_database_reads_active", "Connections of the pool that read at this moment.")
    static let mostReads = Metric(
        .gauge, "broadsheet_database_reads_limit", "Connections for reading in the pool.")
    static let waitingReads = Metric(
        .gauge, "broadsheet_database_reads_waiting", "Reads that wait for a connection of the pool.")
    static let replicaUp = Metric(
        .gauge, "broadsheet_database_replica_up", "Whether a replica may serve reads, by its place in the list.")

    static let jobs = Metric(.gauge, "broadsheet_jobs", "Jobs that are not done, by kind and state.")
    static let jobAttempts = Metric(
        .counter, "broadsheet_job_attempts_total", "Attempts of this process at jobs, by kind and outcome.")
    static let mails = Metric(
        .counter, "broadsheet_mails_total", "Attempts of this process at mails, by outcome.")
    static let cases = Metric(
        .gauge, "broadsheet_cases_open", "Open cases, by the desk that decides them.")
    static let oldestCase = Metric(
        .gauge, "broadsheet_cases_oldest_age_seconds", "Age of the oldest open case; 0 without one.")

    static let refusals = Metric(
        .counter, "broadsheet_refusals_total", "Refusals with status 429 or 503, by code.")
    static let incidents = Metric(.counter, "broadsheet_incidents_total", "Unexpected errors.")
    static let signIns = Metric(.counter, "broadsheet_sign_ins_total", "Attempts to sign in, by outcome.")
    static let droppedLines = Metric(
        .counter, "broadsheet_log_lines_dropped_total", "Lines of the log that were dropped.")

    static let memory = Metric(
        .gauge, "broadsheet_process_resident_memory_bytes", "Memory of the process.")
    static let processorSeconds = Metric(
        .counter, "broadsheet_process_cpu_seconds_total", "Processor time of the process.")
    static let openFiles = Metric(.gauge, "broadsheet_process_open_fds", "Open files of the process.")
    static let mostOpenFiles = Metric(.gauge, "broadsheet_process_max_fds", "Files that the process may open.")
    static let threads = Metric(.gauge, "broadsheet_process_threads", "Threads of the process.")
    static let start = Metric(
        .gauge, "broadsheet_process_start_time_seconds", "When the process began, in seconds since 1970.")
    static let build = Metric(.gauge, "broadsheet_build_info", "The version of the program; the value is 1.")
}
