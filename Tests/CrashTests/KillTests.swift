import Foundation
import Synchronization
import Testing

@Suite(
    "A killed process loses no acknowledged write",
    .enabled(if: Program.isBuilt, "the program is not built"), .timeLimit(.minutes(Size.minutes)))
struct KillTests {
    private static let password = "a password for the test"

    @Test("After repeated kills, every acknowledged comment and decision is stored exactly once")
    func killed() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let added = try Program(
            ["staff", "add", "--data", data.folder.path, "--email", "desk@example.org", "--role", "editor"],
            input: Self.password + "\n"
        ).end()
        #expect(added.status == 0)
        let cookie = try await onAThread { try Self.signIn(data) }
        let press = Press()
        let decisions = try await withThrowingTaskGroup(of: Int.self) { group in
            for writer in 0..<Size.writers {
                group.addTask { try await onAThread { Self.write(writer, on: press) } }
            }
            group.addTask { try await onAThread { Self.decide(on: press, cookie: cookie) } }
            try await onAThread { try Self.run(press, data) }
            return try await group.reduce(0, +)
        }
        let texts = try await data.texts()
        #expect(texts.count == Size.comments, "the number of comments written")
        #expect(Set(texts).count == texts.count, "no comment is stored twice")
        #expect(texts.sorted() == (0..<Size.comments).map(Self.text).sorted())
        #expect(try await data.logLength() >= decisions && decisions > 0)
        #expect(try data.faults() == [])
    }

    private static func text(_ number: Int) -> String { "Comment number \(number)." }

    /// Starts the server and kills it, at points spread over the time of writing. At the end, stops it with a
    /// signal.
    private static func run(_ press: Press, _ data: DataFolder) throws {
        defer { press.end() }
        for kill in 1...Size.kills {
            let program = try data.serve()
            let port = try #require(program.port())
            press.serves(on: port)
            let share = Size.comments / (Size.kills + 1)
            #expect(press.waitFor(acknowledged: (kill - 1) * share + Int.random(in: 1...max(1, share))))
            program.kill()
            press.serves(on: nil)
        }
        let program = try data.serve()
        let port = try #require(program.port())
        press.serves(on: port)
        #expect(press.waitFor(acknowledged: Size.comments))
        press.end()
        program.askToStop()
        #expect(program.end().status == 0)
    }

    /// Posts this commenter's share of the comments, and repeats each until it is acknowledged, as a browser
    /// would.
    private static func write(_ writer: Int, on press: Press) -> Int {
        for number in stride(from: writer, to: Size.comments, by: Size.writers) {
            var isAcknowledged = false
            while !isAcknowledged, let port = press.port() {
                let form = ["name": "Writer \(writer)", "text": text(number)]
                isAcknowledged = (try? Line(port: port).post(DataFolder.path, form))?.status == 303
            }
            if isAcknowledged { press.acknowledge() }
        }
        return 0
    }

    private static func signIn(_ data: DataFolder) throws -> String {
        let program = try data.serve()
        let port = try #require(program.port())
        let form = ["email": "desk@example.org", "password": password]
        let cookie = try Line(port: port).post("/sign-in", form).cookie("session")
        program.kill()
        return try #require(cookie)
    }

    /// Closes and opens the other story's discussion during the writes. Returns the number of acknowledged
    /// decisions.
    private static func decide(on press: Press, cookie: String) -> Int {
        var decisions = 0
        while let port = press.port() {
            let form = ["decision": decisions.isMultiple(of: 2) ? "close" : "open"]
            let answer = try? Line(port: port).post("/desk/stories/2/discussion", form, cookie: cookie)
            if answer?.status == 303 { decisions += 1 }
        }
        return decisions
    }
}
