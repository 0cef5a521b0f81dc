import Foundation

/// A path, and the nearest place on the way to it that exists.
struct NearestPlace {
    /// The path itself, or its nearest parent that exists and can be seen.
    let path: String
    /// The owner of that place.
    let owner: String?
    /// Whether `path` is the path itself.
    let isItself: Bool

    init(to wanted: String) {
        var url = URL(filePath: wanted).standardizedFileURL
        while true {
            if let owner = FileOwner.ownOwner(of: url.path) {
                let isItself = url.path == URL(filePath: wanted).standardizedFileURL.path
                self.init(path: url.path, owner: owner, isItself: isItself)
                return
            }
            guard url.path != "/" else { break }
            url = url.deletingLastPathComponent()
        }
        self.init(path: "/", owner: nil, isItself: false)
    }

    private init(path: String, owner: String?, isItself: Bool) {
        (self.path, self.owner, self.isItself) = (path, owner, isItself)
    }

    /// What somebody must do before the user who runs the command may use `wanted`.
    func advice(for wanted: String) -> String {
        let me = FileOwner.me
        guard let owner, owner != me else { return "Give yourself the permission: chmod u+rwX '\(path)'" }
        if !isItself, owner == "root", FileManager.default.isExecutableFile(atPath: path) {
            return "Run as root: install -d -m 700 -o \(me) '\(wanted)'"
        }
        let chown = "chown -R \(me): '\(path)'"
        return owner == "root"
            ? "Run as root: \(chown)"
            : "Run the command as \(owner) (sudo -u \(owner)), or give the files to \(me). Run as root: \(chown)"
    }
}
