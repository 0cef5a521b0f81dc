import ArgumentParser
import Foundation
import Markup
import Newsroom
import Pages
import Web

struct ErrorPages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the pages that a proxy shows if the newspaper does not respond.",
        discussion: """
            The folder gets one file for each status (413, 502, 503 and 504), in the name of the newspaper. They replace \
            those of an earlier run. Run the command again if the name changes. The samples for nginx, HAProxy and Caddy \
            use these files.
            """)

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "The folder to write to. The proxy must be able to read it.") var folder: String

    func run() async throws {
        let settings = try installation.plan().sources.settings()
        let folder = URL(filePath: folder, directoryHint: .isDirectory).absoluteURL
        guard let base = SafeURL("http://127.0.0.1") else { return }
        let context = SiteContext(house: settings.house, base: base)
        let files = FileManager.default
        // The proxy runs as another user.
        try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        for kind in ProxyErrorPage.Kind.allCases {
            let file = folder.appending(path: "\(kind.rawValue).html")
            try Data(ProxyErrorPage(kind).html(in: context).bytes).write(to: file, options: .atomic)
            try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        }
        print("The pages for \(settings.house.name) are in \(folder.path).")
    }
}
