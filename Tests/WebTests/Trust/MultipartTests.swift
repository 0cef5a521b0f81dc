import HTTPServer
import NIOCore
import Newsroom
import Testing

@testable import Web

@Suite("Forms with files, which are read while they arrive", .timeLimit(.minutes(5)))
struct MultipartTests {
    struct Part: Equatable {
        let name: String
        let fileName: String?
        let bytes: [UInt8]
    }

    /// Reads a body that arrives in parts of these sizes; the last one is repeated.
    static func read(
        _ bytes: [UInt8], by sizes: [Int] = [.max], type: String = UploadBody.type
    ) async throws -> [Part] {
        var (rest, sizes, arriving) = (bytes[...], sizes, [ByteBuffer]())
        while !rest.isEmpty {
            arriving.append(ByteBuffer(bytes: rest.prefix(sizes[0])))
            rest = rest.dropFirst(sizes[0])
            if sizes.count > 1 { sizes.removeFirst() }
        }
        var form = try MultipartReading(BodyStream(arriving), type: type)
        var parts: [Part] = []
        while let head = try await form.next() {
            var content: [UInt8] = []
            while let bytes = try await form.content() { content += Array(bytes.readableBytesView) }
            parts.append(Part(name: head.name, fileName: head.fileName, bytes: content))
        }
        #expect(try await form.next() == nil)
        return parts
    }

    static func refusal(_ body: String, by sizes: [Int] = [.max], type: String = UploadBody.type) async -> Refusal.Code?
    {
        do {
            _ = try await read(Array(body.utf8), by: sizes, type: type)
            return nil
        } catch {
            return (error as? Refusal)?.code
        }
    }

    static func head(_ disposition: String) -> String {
        "------a-boundary\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n"
    }

    static let end = "\r\n------a-boundary--\r\n"

    /// Contents that look like the end of a part, but are not.
    private static let lookalikes = [
        "", "\r\n", "\r", "\n", "--", "\r\n--", "\r\n------a-boundar", "\r\n------A-boundary--",
        "------a-boundary--\r\n",
        "\r\r\n------a-boundar\r\n\r", "\n------a-boundary\n",
    ]

    @Test("However a body is cut into parts, the same fields and files come out")
    func cuts() async throws {
        let body = UploadBody(Self.lookalikes.enumerated().map { ("\($0)", Array($1.utf8)) })
        let whole = try await Self.read(body.bytes)
        #expect(whole.map(\.name) == ["revision"] + Self.lookalikes.map { _ in "files" })
        #expect(whole.dropFirst().map(\.bytes) == Self.lookalikes.map { Array($0.utf8) })
        for size in 1...100 { #expect(try await Self.read(body.bytes, by: [size]) == whole, "\(size)") }
        for place in 1..<body.bytes.count {
            #expect(try await Self.read(body.bytes, by: [place, .max]) == whole, "\(place)")
        }
    }

    @Test(
        "Names are read as browsers write them, and as other programs do",
        arguments: [
            (#"name="a"; filename="b.jpg""#, "a", "b.jpg"), (#"filename=b.jpg; name=a"#, "a", "b.jpg"),
            (#"NAME = "a" ; FileName="b;c=d.jpg""#, "a", "b;c=d.jpg"), (#"name="a"; filename="""#, "a", ""),
            (#"name="a"; filename="a %22b%22.jpg""#, "a", "a %22b%22.jpg"),
            (#"name="a"; filename="a "b".jpg""#, "a", #"a "b".jpg"#),
            (#"name="a"; filename="Brücke 橋.jpg""#, "a", "Brücke 橋.jpg"),
            (#"name="a"; filename="../../etc/passwd""#, "a", "../../etc/passwd"),
            (#"name="a"; filename="C:\pictures\b.jpg""#, "a", #"C:\pictures\b.jpg"#),
            (#"name="a"; filename="b.jpg"#, "a", "b.jpg"),
            (#"x; =; name="a";; filename*=UTF-8''c; filename=b"#, "a", "b"),
            (#"name=a"#, "a", nil), (#"name="""#, "", nil),
        ] as [(String, String, String?)])
    func names(disposition: String, name: String, fileName: String?) async throws {
        let parts = try await Self.read(Array((Self.head(disposition) + "x" + Self.end).utf8))
        #expect(parts == [Part(name: name, fileName: fileName, bytes: [120])])
    }

    @Test("Text before the first boundary and after the last is ignored, and so are other fields of a part")
    func around() async throws {
        let body =
            "A preamble\r\n--\r\n------a-boundary\r\nContent-Type: image/jpeg\r\n"
            + "content-disposition:form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\nx" + Self.end
            + "An epilogue" + Self.end
        #expect(try await Self.read(Array(body.utf8)) == [Part(name: "a", fileName: nil, bytes: [120])])
        #expect(try await Self.read(Array(Self.end.utf8)) == [])
    }

    @Test(
        "The boundary may be quoted, and the type in any case",
        arguments: [
            "multipart/form-data; boundary=a-b", "Multipart/Form-Data;charset=utf-8;BOUNDARY=\"a-b\"",
            "multipart/form-data ; boundary = a-b ; x=y",
        ])
    func boundary(type: String) async throws {
        let body = "--a-b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--a-b--"
        #expect(try await Self.read(Array(body.utf8), type: type) == [Part(name: "a", fileName: nil, bytes: [120])])
    }

    @Test("A body of another type, or without a boundary that may be one, is no form")
    func otherTypes() async {
        let types = [
            "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/mixed; boundary=a", "multipart/form-data; boundary=" + String(repeating: "a", count: 71), "",
        ]
        for type in types { #expect(await Self.refusal(Self.end, type: type) == .request(.noForm), "\(type)") }
    }

    @Test("A body that ends early is refused wherever it ends")
    func ends() async {
        let body = Self.head("name=a; filename=b") + "x\r\n------a-boundary--"
        for length in 0..<body.utf8.count {
            let start = String(decoding: body.utf8.prefix(length), as: UTF8.self)
            #expect(await Self.refusal(start) == .request(.cut), "\(length)")
        }
        #expect(await Self.refusal(body) == nil)
    }

    @Test("A part without a name, with a head that no browser sends, or behind a boundary with a tail is refused")
    func badParts() async {
        let long = String(repeating: "x", count: 9_000)
        for body in [
            Self.head("filename=a"), "------a-boundary\r\n\r\nx", "------a-boundary\r\nContent-Type: a\r\n\r\nx",
            "------a-boundary\r\nX: \(long)\r\n\r\n", Self.head("name=\(long)"),
            "------a-boundary\r\n" + String(repeating: "X: y\r\n", count: 2_000) + "\r\n", "------a-boundaryx\r\n",
        ] {
            #expect(await Self.refusal(body + Self.end) == .request(.noForm))
            #expect(await Self.refusal(body + Self.end, by: [1]) == .request(.noForm))
        }
    }

    @Test("A form has at most a thousand parts")
    func manyParts() async {
        let body = String(repeating: Self.head("name=a; filename=b") + "\r\n", count: 1_000)
        #expect(await Self.refusal(body + Self.end) == nil)
        let more = body + Self.head("name=a")
        #expect(await Self.refusal(more + Self.end) == .request(.tooManyFields))
    }

    @Test("A field is a text in UTF-8 of limited length")
    func fields() async throws {
        func text(_ bytes: [UInt8]) async throws -> String {
            let body = Array(Self.head("name=a").utf8) + bytes + Array(Self.end.utf8)
            var form = try MultipartReading(BodyStream([ByteBuffer(bytes: body)]), type: UploadBody.type)
            _ = try await form.next()
            return try await form.text(limit: 4_096)
        }
        #expect(try await text(Array("Brücke".utf8)) == "Brücke")
        #expect(try await text(Array(repeating: 97, count: 4_096)).utf8.count == 4_096)
        let tooLong = await #expect(throws: Refusal.self) { _ = try await text(Array(repeating: 97, count: 4_097)) }
        #expect(tooLong?.code == .request(.tooLarge))
        let noText = await #expect(throws: Refusal.self) { _ = try await text([0xFF]) }
        #expect(noText?.code == .text(.notUTF8))
    }
}

extension MultipartTests {
    /// The same numbers for the same seed (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(
        "Random contents arrive whole in random parts, and random damage leads to a refusal at worst", arguments: 1...20
    )
    func random(seed: UInt64) async throws {
        var chance = Seeded(state: seed)
        let letters = Array("\r\n-ab".utf8)
        for _ in 1...50 {
            let contents = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
                (0..<Int.random(in: 0...40, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? 0 }
            }
            var body = UploadBody(contents.map { ("a", $0) })
            let sizes = (1...20).map { _ in Int.random(in: 1...60, using: &chance) }
            let parts = try await Self.read(body.bytes, by: sizes)
            #expect(parts.dropFirst().map(\.bytes) == contents)
            body.damage(&chance)
            do { _ = try await Self.read(body.bytes, by: sizes) } catch is Refusal {}
        }
    }
}

extension UploadBody {
    /// Changes, removes or repeats some of the bytes.
    fileprivate mutating func damage(_ chance: inout some RandomNumberGenerator) {
        var damaged = bytes
        for _ in 1...3 {
            let place = Int.random(in: 0..<damaged.count, using: &chance)
            switch Int.random(in: 0...2, using: &chance) {
            case 0: damaged[place] = UInt8.random(in: 0...255, using: &chance)
            case 1: damaged.removeSubrange(place..<min(place + 5, damaged.count))
            default: damaged.insert(contentsOf: damaged[max(0, place - 30)..<place], at: place)
            }
        }
        self = UploadBody(bytes: damaged)
    }
}
