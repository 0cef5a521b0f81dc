package import Foundation

/// An act of the desk that decides no case.
package struct CaseAct: Sendable, Hashable {
    package typealias ID = Identifier<CaseAct>

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Readers do not see the comment until the case is decided.
        case hold
        /// An editor decides the case.
        case escalate
    }

    package let id: ID
    package let caseID: Case.ID
    package let comment: Comment.ID
    package let kind: Kind
    package let undoneAt: Date?

    package init(id: ID, caseID: Case.ID, comment: Comment.ID, kind: Kind, undoneAt: Date?) {
        self.id = id
        self.caseID = caseID
        self.comment = comment
        self.kind = kind
        self.undoneAt = undoneAt
    }
}
