import Database
import ArgumentParser
import Foundation
import Newsroom

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty folder with the demo edition: a house, three stories, drawings and two discussions.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let folder = URL(filePath: installation.data, directoryHint: .isDirectory)
        let contents = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        guard contents.isEmpty else {
            throw Refusal.conflict("\(folder.path) is not empty; the demo edition goes into an empty folder.")
        }
        let edition = DemoEdition.edition(at: Clock.system.now)
        try DemoPlacing.write(edition.house, to: folder)
        let place = try await installation.open()
        let progress = ProgressLine("setting the demo edition")
        try await DemoPlacing(place: place).place(edition) { progress.show($0, of: $1) }
        progress.end()
        await place.database.close()
        print("The demo edition is in \(folder.path).")
    }
}
