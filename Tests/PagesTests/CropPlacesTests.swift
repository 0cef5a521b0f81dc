import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Which part of a picture each place shows", .timeLimit(.minutes(1)))
struct CropPlacesTests {
    /// A picture with files of each crop, whose names begin with the crop.
    private static func picture(_ number: Int64) -> Picture {
        let plain = Sample.picture(number)
        let cropped = Picture.Crop.allCases.filter { $0 != .original }.flatMap { crop in
            Rendition.Format.allCases.map {
                Rendition(
                    crop: crop, format: $0, width: 600, height: 400, name: "\(crop)-p\(number)-600.\($0.rawValue)")
            }
        }
        return Picture(
            id: plain.id, guid: nil, caption: plain.caption.sent, alternativeText: plain.alternativeText.sent,
            provenance: plain.provenance, renditions: plain.renditions + cropped)
    }

    @Test("A story shows the lead crop of its first picture and the squares of the others, with links to full frames")
    func story() throws {
        let pictures = [1, 2].map { Self.picture($0) }
        let html = Sample.page(pictures: pictures).html(in: try Sample.context()).shown
        #expect(html.contains("<source type=\"image/avif\" srcset=\"/pictures/lead-p1-600.avif 600w\""))
        #expect(html.contains("/pictures/1\"><picture>") && html.contains("/pictures/2\"><picture>"))
        #expect(html.contains("/pictures/square-p2-600.jpeg 600w") && !html.contains("srcset=\"/pictures/p2-"))
        #expect(html.contains("property=\"og:image\" content=\"https://news.example.org/pictures/lead-p1-600.jpeg\""))
        let images = "\"image\":[\"https://news.example.org/pictures/lead-p1-600.jpeg\","
        #expect(html.contains(images + "\"https://news.example.org/pictures/p2-1600.jpeg\"]"))
    }

    @Test("The page of a picture and a picture in the text show the full frame")
    func fullFrame() throws {
        let context = try Sample.context()
        let gallery = Gallery([Self.picture(1)])
        let page = PicturePage(story: Sample.story().reference, gallery: gallery, place: 1).html(in: context).shown
        #expect(page.contains("/pictures/p1-1600.avif 1600w") && !page.contains("lead-p1"))
        let placed = PlacedPictures(
            context: context, languageMarkup: context.languageMarkup(.english), story: nil, gallery: gallery)
        let beginning = try #require(placed.figure(1)).beginning.string
        #expect(beginning.contains("p1-1600.avif") && !beginning.contains("lead-p1"))
    }

    @Test("A picture without crops is shown whole everywhere, and one without AVIF in the other formats")
    func whole() throws {
        let html = Sample.page(pictures: [Sample.picture(1)]).html(in: try Sample.context()).shown
        #expect(html.contains("srcset=\"/pictures/p1-320.avif") && !html.contains("class=\"cropped\""))
        let picture = Self.picture(1)
        let files = picture.renditions.filter { $0.crop != .lead || $0.format != .avif }
        let other = Picture(
            id: picture.id, guid: nil, caption: "", alternativeText: "", provenance: Provenance(), renditions: files)
        let view = try #require(PictureView(picture: other, alternative: "", sizes: "8rem", crop: .lead).html()).string
        #expect(view.contains("lead-p1-600.webp") && !view.contains("avif") && view.contains("class=\"cropped\""))
    }
}
