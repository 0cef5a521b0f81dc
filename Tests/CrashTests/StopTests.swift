import Foundation
import Testing

@Suite(
    "Stopping, and running out of disk space", .enabled(if: Program.isBuilt, "the program is not built"),
    .timeLimit(.minutes(5)))
struct StopTests {
    @Test("A server that is told to stop responds to open requests, refuses new ones and exits with 0")
    func graceful() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let status = try await onAThread {
            let program = try data.serve()
            let port = try #require(program.port())
            let requests = (0..<20).map { Line.post(DataFolder.path, ["name": "A reader", "text": "Comment \($0)."]) }
            // Most of each request has arrived, on a connection that the server has certainly accepted.
            let lines = try requests.map { request in
                let line = try Line(port: port)
                #expect(try line.get("/health").status == 200)
                try line.send(String(request.dropLast(10)))
                return line
            }
            for _ in 1...20 { _ = try Line(port: port).get("/health") }
            program.askToStop()
            while (try? Line(port: port).get("/health")) != nil {}
            for (line, request) in zip(lines, requests) {
                try line.send(String(request.suffix(10)))
                #expect(try line.answer().status == 303)
            }
            return program.end().status
        }
        #expect(status == 0)
        #expect(try await data.texts().count == 20)
        #expect(try data.faults() == [])
    }

    @Test("A server whose port is taken exits with an error")
    func portTaken() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        let status = try await onAThread {
            let first = try data.serve()
            let port = try #require(first.port())
            let second = try data.serve(port: port)
            second.killUnlessEnded(within: 30)
            let status = second.end().status
            first.askToStop()
            #expect(first.end().status == 0)
            return status
        }
        #expect(status == 1)
    }

    @Test("A server whose files cannot grow returns the text of comments, still serves pages, and recovers")
    func full() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await onAThread {
            // Limits files to 2,000 blocks of 512 bytes. The ignored signal becomes an error in the process.
            let program = try data.serve(shell: "trap '' XFSZ; ulimit -S -f 2000")
            let line = try Line(port: try #require(program.port()))
            var number = 0
            var refusal: Answer?
            while refusal == nil, number < 2_000 {
                number += 1
                let form = ["name": "A reader", "text": "\(number) " + String(repeating: "a", count: 4_900)]
                let answer = try line.post(DataFolder.path, form)
                if answer.status != 303 { refusal = answer }
            }
            #expect(refusal?.status == 503)
            #expect(refusal?.head.lowercased().contains("retry-after: ") == true)
            #expect(refusal?.body.contains("\(number) aaaa") == true)
            #expect(try line.get("/stories/1/a-bridge-opens").status == 200)
            #expect(try line.get("/ready").status == 200)
            try Self.giveRoom(to: program)
            #expect(try line.post(DataFolder.path, ["name": "A reader", "text": "Room again."]).status == 303)
            program.askToStop()
            #expect(program.end().status == 0)
        }
        #expect(try await data.texts().last == "Room again.")
        #expect(try data.faults() == [])
    }

    private static func giveRoom(to program: Program) throws {
        let process = try Process.run(
            URL(filePath: "/usr/bin/prlimit"),
            arguments: ["--pid", "\(program.identifier)", "--fsize=unlimited:unlimited"])
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
