package import Darkroom
import Database
import Foundation
package import Newsroom
import Storage

/// Uploads: staff add pictures to the library.
extension Newspaper {
    package enum UploadedPicture: Sendable, Hashable {
        case added(Picture.ID)
        /// The library has a picture from a file with the same bytes.
        case known(Picture.ID)
    }

    /// A file for a picture that is being received. Refuses actors who may not write with `forbidden`.
    package func receivePicture(as actor: Actor) throws -> ReceivedFile {
        try actor.require(.write)
        return try requireDarkroom().receive()
    }

    /// Adds the picture in a file to the library, with the texts in the file. Refuses what the darkroom refuses, and a
    /// file whose picture was withdrawn. Sending a file twice adds one picture.
    package func addPicture(
        from file: ReceivedFile, named name: String, as actor: Actor
    ) async throws -> UploadedPicture {
        let staff = try actor.staff(for: .write)
        let digest = try file.digest()
        // The darkroom must not make the files of a withdrawn picture again.
        if let known = try await database.read({ tx in try tx.known(digest) }) { return known }
        let developed = try await requireDarkroom().develop(file.url, for: .uploaded)
        let now = clock.now
        return try await write { tx in
            if let known = try tx.known(developed.digest) { return known }
            return .added(try tx.addPicture(developed.withParties, named: name, by: staff, now: now))
        }
    }

    func requireDarkroom() throws -> Darkroom {
        guard let darkroom else { throw Refusal(.service(.noDarkroom)) }
        return darkroom
    }
}

extension Transaction {
    /// The picture of a file that the library has. Refuses a file whose picture was withdrawn.
    fileprivate func known(_ digest: String) throws -> Newspaper.UploadedPicture? {
        guard let known = try picture(digest: digest) else { return nil }
        guard !known.isRemoved else { throw Refusal(.picture(.withdrawnFile)) }
        return .known(known.id)
    }
}

extension IncomingPicture {
    /// A picture about which only its file says anything.
    fileprivate static let uploaded = IncomingPicture(
        guid: "", wireVersion: 0, caption: "", provenance: Provenance(), fileNames: [])
}

extension DevelopedPicture {
    /// The picture with the parties that its credit line names.
    var withParties: DevelopedPicture {
        var developed = self
        let old = picture.provenance
        guard old.chain.isEmpty, let line = old.creditLine else { return self }
        let parties = Provenance(creditLine: line)
        developed.picture.provenance.chain = parties.chain
        developed.picture.provenance.via = parties.via
        developed.picture.provenance.isHandout = parties.isHandout
        return developed
    }
}
