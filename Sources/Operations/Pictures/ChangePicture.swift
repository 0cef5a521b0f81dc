package import Darkroom
import Database
package import Newsroom
import Storage

/// Changes to a picture in the library. Reporters change pictures that no published story shows; editors change all.
/// Each operation refuses with `conflict` if the picture has changed since `revision`, and with `gone` if it was
/// withdrawn.
extension Newspaper {
    /// Gives a picture other texts, and makes its files again, because they contain the texts. Refuses with `invalid`
    /// a text that is too long or unprintable.
    package func describePicture(
        _ id: Picture.ID, as typed: PictureTexts, from revision: Int64, as actor: Actor
    ) async throws {
        let texts = try typed.accepted()
        let (staff, known) = try await changeable(id, actor)
        guard PictureTexts(known.picture) != texts else { return }
        guard known.revision == revision else { throw Refusal(.picture(.changedMeanwhile)) }
        let item = texts.picture(replacing: known.picture)
        let developed = try await requireDarkroom().develop(
            original: known.source, for: item, framing: known.framing)
        let now = clock.now
        try await write { tx in try tx.describe(id, as: developed, from: revision, by: staff, now: now) }
    }

    /// Puts another file in the place of a picture's file, in every story that shows it. The texts and the focal point
    /// stay, and the crops if the new file has the same shape. Refuses a file that the library has, or whose picture was
    /// withdrawn.
    package func replacePicture(
        _ id: Picture.ID, with file: ReceivedFile, from revision: Int64, as actor: Actor
    ) async throws {
        let (staff, known) = try await changeable(id, actor)
        guard known.revision == revision else { throw Refusal(.picture(.changedMeanwhile)) }
        let digest = try file.digest()
        if let same = try await database.read({ tx in try tx.picture(digest: digest) }) {
            guard !same.isRemoved else { throw Refusal(.picture(.withdrawnFile)) }
            if same.id == id { return }
            throw Refusal(.picture(.inLibrary), [.key: .text(same.id.description)])
        }
        let item = PictureTexts(known.picture).picture(replacing: known.picture)
        let developed = try await requireDarkroom().develop(
            file.url, as: item, keeping: known.framing, of: known.frame)
        let now = clock.now
        try await write { tx in try tx.replaceFile(of: id, with: developed, from: revision, by: staff, now: now) }
    }

    /// Confirms or corrects the usage terms of a picture.
    package func confirmTerms(
        _ terms: PictureTerms, of id: Picture.ID, from revision: Int64, as actor: Actor
    ) async throws {
        let staff = try actor.staff(for: .publish)
        let now = clock.now
        try await write { tx in try tx.confirmTerms(terms, of: id, from: revision, by: staff, now: now) }
    }

    /// Sets what matters in a picture, and makes the files of its crops. Refuses with `invalid` a framing that is not
    /// inside the picture.
    package func framePicture(
        _ id: Picture.ID, as typed: TypedFraming, from revision: Int64, as actor: Actor
    ) async throws {
        let framing = try typed.accepted()
        let (staff, known) = try await changeable(id, actor)
        guard known.framing != framing else { return }
        guard known.revision == revision else { throw Refusal(.picture(.changedMeanwhile)) }
        let item = PictureTexts(known.picture).picture(replacing: known.picture)
        let developed = try await requireDarkroom().develop(original: known.source, for: item, framing: framing)
        let now = clock.now
        try await write { tx in try tx.frame(id, as: developed, from: revision, by: staff, now: now) }
    }

    /// Takes a picture out of every story, for good. Its files are deleted. Refuses an empty reason with `invalid`.
    package func withdrawPicture(
        _ id: Picture.ID, because typed: String, from revision: Int64, as actor: Actor
    ) async throws {
        let staff = try actor.staff(for: .publish)
        let reason = try PictureRemoval.reasonRule.accept(typed)
        let now = clock.now
        try await write { tx in
            try tx.withdrawPicture(id, because: reason, from: revision, by: staff, now: now)
        }
    }

    private func changeable(_ id: Picture.ID, _ actor: Actor) async throws -> (Staff, LibraryPicture) {
        let staff = try actor.staff(for: .write)
        guard let known = try await database.read({ tx in try tx.libraryPicture(id) }) else {
            throw Refusal(.missing(.picture))
        }
        guard known.removal == nil else { throw Refusal(.picture(.removed)) }
        if known.uses > 0 { try actor.require(.publish) }
        return (staff, known)
    }
}

/// The files of pictures that nothing shows anymore.
extension Newspaper {
    /// Files that one attempt of the job deletes.
    private static let deletedAtOnce = 500

    func deletePictureFiles() async throws -> JobWork {
        let now = clock.now
        let names = try await database.read { tx in try tx.filesToDelete(limit: Self.deletedAtOnce, now: now) }
        try await requireDarkroom().pictureStore.delete(names.deleted)
        return { tx, _ in try tx.markDeleted(names.deleted + names.kept) }
    }
}

extension LibraryPicture {
    /// The file from which new files are made: the original, or else the largest file for readers.
    fileprivate var source: String {
        get throws(Refusal) {
            guard let name = original ?? picture.renditions(as: .jpeg).last?.name else {
                throw Refusal(.picture(.noOriginal))
            }
            return name
        }
    }
}

extension PictureTexts {
    /// The picture for the darkroom, with these texts.
    fileprivate func picture(replacing old: Picture) -> IncomingPicture {
        IncomingPicture(
            guid: old.guid ?? "", wireVersion: 0, caption: caption,
            alternativeText: alternativeText.isEmpty ? nil : alternativeText,
            provenance: provenance(replacing: old.provenance), fileNames: [])
    }
}
