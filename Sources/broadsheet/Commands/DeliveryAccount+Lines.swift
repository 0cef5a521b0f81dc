import Operations
import Wire

extension DeliveryAccount {
    /// The account for an operator: a line for each assumption and for each refusal, then a line with the totals.
    var lines: [String] {
        let faults = refused.map { fault in
            "refused: \(Self.place(fault.file, fault.line)): \(OperatorSentence.of(fault.reason))"
        }
        var sums =
            "read \(read), published \(published), updated \(updated), unchanged \(unchanged), refused \(refused.count)"
        if withdrawn > 0 { sums += ", withdrawn \(withdrawn)" }
        if held > 0 { sums += ", under embargo \(held)" }
        if waiting > 0 { sums += ", waiting for an editor \(waiting)" }
        return assumptions + faults + [sums]
    }

    /// One line for each sentence, with the first place and the number of others.
    private var assumptions: [String] {
        var firsts: [Assumption] = []
        var counts: [String: Int] = [:]
        for assumption in assumed {
            if counts[assumption.sentence] == nil { firsts.append(assumption) }
            counts[assumption.sentence, default: 0] += 1
        }
        return firsts.map { first in
            let others = (counts[first.sentence] ?? 1) - 1
            let more = others > 0 ? " (\(others) more)" : ""
            return "assumed: \(Self.place(first.file, first.line)): \(first.sentence)\(more)"
        }
    }

    private static func place(_ file: String, _ line: Int?) -> String {
        file + (line.map { ", line \($0)" } ?? "")
    }
}
