package import Newsroom

/// The addresses that requests may go to.
package enum AllowedDestinations: Sendable, Hashable {
    /// Any address. Only for a host that the operator chose, never for one named by a reader, an agency or a
    /// page.
    case anywhere
    /// All public addresses and these ranges.
    case publicAnd([AddressRange])

    /// All public addresses.
    package static let publicOnly = AllowedDestinations.publicAnd([])

    func allows(_ address: NetworkAddress) -> Bool {
        switch self {
        case .anywhere: true
        case .publicAnd(let ranges): address.isPublic || ranges.contains { $0.contains(address) }
        }
    }
}
