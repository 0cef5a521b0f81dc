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

    func validate() throws {
        if folder.isEmpty { throw ValidationError("Name the folder to write to.") }
    }

    func run() async throws {
        let plan = try installation.plan()
        guard plan.folder.isOurs else { throw FolderFault.noNewspaper(path: plan.folder.path) }
        let settings = try plan.sources.settings()
        let folder = URL(filePath: folder, directoryHint: .isDirectory).absoluteURL
        for kind in ProxyErrorPage.Kind.allCases {
            try requireOwn(folder.appending(path: "\(kind.rawValue).html").path)
        }
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

    /// Throws if another program's file, or something else, has the place of a page.
    private func requireOwn(_ path: String) throws {
        guard try Place.look(at: path) != nil else { return }
        try Place.requireFile(path, R_OK)
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard text.contains("\(ProxyErrorPage.mark)") else { throw CommandFault.foreignPage(path: path) }
    }
}
