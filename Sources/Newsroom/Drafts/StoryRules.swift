extension Staff {
    /// Whether this member may schedule and publish stories.
    package func mayPublish(ifReportersMay reportersMay: Bool) -> Bool {
        may(.publish) || (reportersMay && may(.write))
    }
}

/// The newspaper's rules for writing and publishing stories.
package struct StoryRules: Sendable, Hashable {
    /// The language of a draft that names none.
    package var language: Language
    /// Whether reporters may publish their own drafts.
    package var reportersPublish: Bool
    /// The checks that stop publication. All others only warn, and those of changes always do.
    package private(set) var blocking: Set<PublicationCheck>
    package var agencyCorrections = AgencyCorrections.publish

    package init(
        language: Language, reportersPublish: Bool = false,
        blocking: Set<PublicationCheck> = Set(PublicationCheck.allCases)
    ) {
        self.language = language
        self.reportersPublish = reportersPublish
        self.blocking = blocking.subtracting(PublicationCheck.ofChanges)
    }
}
