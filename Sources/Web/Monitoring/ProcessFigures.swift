import Foundation
import Glibc
import Metering

/// What this process uses of its machine (proc(5)).
enum ProcessFigures {
    static var families: [Family] {
        let status = fields(of: "stat")
        let pages = Double(fields(of: "statm").dropFirst().first ?? "") ?? 0
        return [
            Family(.memory, [Sample(pages * Double(sysconf(Int32(_SC_PAGESIZE))))]),
            Family(.processorSeconds, [Sample(processorSeconds)]),
            Family(.openFiles, [Sample(openFiles)]),
            Family(.mostOpenFiles, [Sample(mostOpenFiles)]),
            Family(.threads, [Sample(Double(number(status, 19)))]),
            Family(.start, [Sample(start(status))]),
        ]
    }

    /// The fields of a file, without the name of the program, which may contain spaces.
    private static func fields(of name: String) -> [Substring] {
        let text = (try? String(contentsOfFile: "/proc/self/\(name)", encoding: .utf8)) ?? ""
        return (text.split(separator: ") ").last ?? "").split(whereSeparator: \.isWhitespace)
    }

    /// A field of `stat` by its number in proc(5), where the name is the second; here, the third comes first.
    private static func number(_ status: [Substring], _ index: Int) -> Int {
        status.indices.contains(index - 2) ? Int(status[index - 2]) ?? 0 : 0
    }

    private static var processorSeconds: Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    private static var openFiles: Int {
        guard let folder = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(folder) }
        // Not counted: the folder itself, its parent, and this look at it.
        var count = -3
        while readdir(folder) != nil { count += 1 }
        return count
    }

    private static var mostOpenFiles: Double {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
        return Double(limit.rlim_cur)
    }

    /// The start of the machine, and the ticks from then to the start of the process.
    private static func start(_ status: [Substring]) -> Double {
        let machine = (try? String(contentsOfFile: "/proc/stat", encoding: .utf8)) ?? ""
        let line = machine.split(separator: "\n").first { $0.hasPrefix("btime ") } ?? ""
        let booted = Double(line.dropFirst("btime ".count)) ?? 0
        return booted + Double(number(status, 21)) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
