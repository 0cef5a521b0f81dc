import Darkroom
import Foundation
import Newsroom
import Subprocess

/// Makes the files of the demo edition's pictures.
struct DemoPictures {
    let darkroom: Darkroom

    /// The number of pictures that are processed at once. The darkroom runs two programs at a time, and a further picture is rendered
    /// meanwhile.
    private static let atOnce = 3

    /// Returns the pictures in the same order. `progress` is called with the number of finished ones after each.
    func develop(_ pictures: [DemoPicture], progress: (Int) -> Void) async throws -> [DevelopedPicture] {
        var developed: [Int: DevelopedPicture] = [:]
        try await withThrowingTaskGroup(of: (Int, DevelopedPicture).self) { group in
            for (number, picture) in pictures.enumerated() {
                if number >= Self.atOnce, let (finished, result) = try await group.next() {
                    developed[finished] = result
                    progress(developed.count)
                }
                group.addTask { (number, try await develop(picture)) }
            }
            for try await (finished, result) in group {
                developed[finished] = result
                progress(developed.count)
            }
        }
        return pictures.indices.compactMap { developed[$0] }
    }

    /// vips renders the SVG drawing as a PNG file for the darkroom.
    private func develop(_ picture: DemoPicture) async throws -> DevelopedPicture {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-demo-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (drawing, print) = (folder.appending(path: "drawing.svg"), folder.appending(path: "print.png"))
        try Data(picture.drawing.svg.utf8).write(to: drawing)
        let outcome = try await Subprocess.run(
            .name("vips"), arguments: ["svgload", drawing.path, print.path], output: .discarded, error: .discarded)
        guard outcome.terminationStatus.isSuccess else { throw CommandFault.demoWithoutVips }
        var words = picture.words
        words.alternativeText = picture.alternativeText
        return try await darkroom.develop(print, for: words)
    }
}
