/// The person or program that makes a request. Permissions follow from the actor.
package enum Actor: Sendable, Hashable {
    /// A client about which nothing is known.
    case visitor
    /// A browser that has posted a comment and has a signed cookie. `writer` is the hash that identifies the
    /// browser.
    case guest(writer: String)
    case reader(Reader)
    case staff(Staff)
    /// The newspaper itself: an operator's command or a background job.
    case system

    package func may(_ permission: Permission) -> Bool {
        switch self {
        case .visitor, .guest: Role.visitor.permissions.contains(permission)
        case .reader: Role.reader.permissions.contains(permission)
        case .staff(let staff): staff.may(permission)
        case .system: true
        }
    }

    /// Refuses with `forbidden` if the actor does not have the permission.
    package func require(_ permission: Permission) throws(Refusal) {
        guard !may(permission) else { return }
        switch self {
        case .visitor, .guest, .system: throw Refusal(.signIn(.signedOut))
        case .reader: throw .notPermitted(permission, to: .reader)
        case .staff(let staff): throw .notPermitted(permission, to: staff.role)
        }
    }

    /// Returns the acting member of staff. Refuses all other actors, and staff without the permission, with
    /// `forbidden`.
    package func staff(for permission: Permission) throws(Refusal) -> Staff {
        try require(permission)
        guard case .staff(let staff) = self else { throw Refusal(.signIn(.signedOut)) }
        return staff
    }

    /// Returns the number of the signed-in person. Refuses all other actors with `forbidden`.
    package func requirePerson() throws(Refusal) -> Person.ID {
        guard let person else { throw Refusal(.signIn(.signedOut)) }
        return person
    }

    /// Returns the signed-in reader. Refuses staff, whose accounts are an operator's, and all others with `forbidden`.
    package func requireReader() throws(Refusal) -> Reader {
        switch self {
        case .reader(let reader): return reader
        case .staff: throw Refusal(.account(.ofStaff))
        case .visitor, .guest, .system: throw Refusal(.signIn(.signedOut))
        }
    }

    /// The actor's name in the desk's log. Refuses actors without the permission with `forbidden`.
    package func name(for permission: Permission) throws(Refusal) -> String {
        if case .system = self { return LogEntry.system }
        return try staff(for: permission).email
    }

    package var isStaff: Bool { if case .staff = self { true } else { false } }

    /// The number of a signed-in person.
    package var person: Person.ID? {
        switch self {
        case .reader(let reader): reader.id
        case .staff(let staff): staff.id
        case .visitor, .guest, .system: nil
        }
    }

    /// The name under which a signed-in person comments.
    package var ownName: String? {
        switch self {
        case .reader(let reader): reader.name
        case .staff(let staff): staff.name
        case .visitor, .guest, .system: nil
        }
    }

    /// The hash that identifies a guest's browser.
    package var writer: String? { if case .guest(let writer) = self { writer } else { nil } }
}

extension Refusal {
    /// For staff whose role does not have the permission.
    package static func notPermitted(_ permission: Permission, to role: Role) -> Refusal {
        Refusal(.staff(.notPermitted), [.needed: .text(permission.rawValue), .role: .text(role.rawValue)])
    }
}
