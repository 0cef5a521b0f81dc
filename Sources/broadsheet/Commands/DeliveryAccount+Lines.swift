import Operations
import Wire

extension DeliveryAccount {
    /// The account for an operator: a line for each refusal, then a line with the totals.
    var lines: [String] {
        let faults = refused.map { fault in
            "refused: \(fault.file)\(fault.line.map { ", line \($0)" } ?? ""): \(OperatorSentence.of(fault.reason))"
        }
        let sums =
            "read \(read), published \(published), updated \(updated), unchanged \(unchanged), refused \(refused.count)"
        return faults + [withdrawn > 0 ? sums + ", withdrawn \(withdrawn)" : sums]
    }
}
