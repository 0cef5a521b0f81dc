import Newsroom

/// Finds out which formats vips on this machine writes. Many builds of it write no AVIF.
actor FormatAbility {
    private static let probe = "probe.avif"

    private var writesAVIF: Bool?

    /// Tries AVIF once, with a few black pixels, and remembers the outcome. It tries again if there was no memory or
    /// time to find out.
    func formats(tools: ExternalTools, in workFolder: WorkFolder) async throws -> [Rendition.Format] {
        if writesAVIF == nil {
            let result = try await tools.run(
                "vips", ["black", Self.probe + Rendition.Format.avif.options, "8", "8", "--bands", "3"],
                in: workFolder, loadsModules: true)
            if result.end != .exhausted { writesAVIF = result.end == .done }
        }
        return Rendition.Format.allCases.filter { $0 != .avif || writesAVIF == true }
    }
}
