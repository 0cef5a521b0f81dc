import Darkroom
import Newsroom
import Testing

@Suite("Names of renditions", .timeLimit(.minutes(5)))
struct RenditionNameTests {
    @Test(
        "A name of the right form is accepted",
        arguments: [
            ("0123456789abcdef0123-320.webp", .webp), ("ffffffffffffffffffff-1600.jpg", .jpeg),
            ("00000000000000000000-1.avif", .avif),
        ] as [(String, Rendition.Format)])
    func rightShape(name: String, format: Rendition.Format) {
        #expect(Darkroom.format(ofRendition: name) == format)
        #expect(Darkroom.format(ofRendition: name[...]) == format)
    }

    @Test(
        "Any other name is rejected",
        arguments: [
            "", "-", "0123456789abcdef0123", "0123456789abcdef0123-320", "0123456789abcdef0123-.webp",
            "0123456789abcdef0123-0320.webp", "0123456789abcdef0123-0.jpg", "0123456789abcdef0123-12345.webp",
            "0123456789ABCDEF0123-320.webp", "0123456789abcdef012-320.webp", "0123456789abcdef01234-320.webp",
            "0123456789abcdef0123-320.png", "0123456789abcdef0123-320.jpeg", "0123456789abcdef0123-320.webp.jpg",
            "0123456789abcdef0123-320.webp\n", "0123456789abcdef0123-320.webp\0", "/0123456789abcdef0123-320.webp",
            "../0123456789abcdef0123-320.webp", "0123456789abcdef0123-../.webp", "0123456789abcdef0123-3２0.webp",
            "0123456789abcdef0123-320.webp%00", "0123456789abcdef0123-+32.webp", ".developing",
            "g123456789abcdef0123-320.webp", "0123456789abcdef0123-320..webp", "0123456789abcde\u{301}123-320.webp",
        ])
    func wrongShape(name: String) { #expect(Darkroom.format(ofRendition: name) == nil) }
}
