package import Foundation

/// The time zones of dates without one: the zone of the provider, or else the zone of the site.
package struct ProviderZones: Sendable, Hashable {
    private let site: TimeZone
    /// By the name of the provider in lower case: the last part of its code, such as `reuters`, or its name.
    private let providers: [String: TimeZone]

    package init(site: TimeZone, providers: [String: TimeZone] = [:]) {
        self.site = site
        self.providers = providers
    }

    /// The zone for an item, from the provider that its `itemMeta` names.
    func zone(of item: XMLElement) -> TimeZone {
        let provider = item.first("itemMeta", "provider")
        let names = [provider?.code, provider?.name(in: nil)?.lowercased()]
        return names.lazy.compactMap { $0.flatMap { providers[$0] } }.first ?? site
    }
}
