package import Newsroom

/// The words of the desk's library of pictures.
package struct LibraryWords: Sendable {
    package var title = "Pictures"
    package var upload = "Upload pictures"
    package var choose = "Choose pictures, or drop them here"
    package var uploadHint = """
        JPEG, PNG, GIF, WebP or TIFF, up to 40 MB and 50 megapixels each, up to 100 at once. Captions, \
        credits and terms that a file contains are read from it.
        """
    package var uploadButton = "Upload"
    package var uploadResult = "Uploaded pictures"
    package var uploadMore = "Upload more"
    package var added = "Added to the library"
    package var known = "Was in the library before"
    package var describe = "Describe"
    package var open: Words.Named = { "Open \($0)" }
    package var sending = "Sending"
    package var developing = "Making its files"
    package var notSent = "The connection was lost. Try this file again."
    package var progress: @Sendable (_ done: String, _ all: String) -> String = { "\($0) of \($1) files are done" }

    package var filterText = "Words or number"
    package var filterCredit = "Credit"
    package var filterFrom = "Added from"
    package var filterUntil = "Added until"
    package var filterUse = "Use"
    package var everything = "All pictures"
    package var useName: @Sendable (PictureFilter.Use) -> String = { use in
        switch use {
        case .used: "In a story"
        case .unused: "Not used"
        case .removed: "Removed"
        }
    }
    package var filter = "Filter"
    package var showAll = "Show all"
    package var none = "No picture matches."
    package var empty = "There are no pictures yet."
    package var older = "Older pictures"

    package var picture: Words.Counted = { "Picture \($0)" }
    package var noCaption = "No caption"
    package var gapName: @Sendable (PublicationCheck) -> String = { gap in
        switch gap {
        case .pictureWithoutDescription: "description"
        case .pictureWithoutCaption: "caption"
        case .pictureWithoutCredit: "credit"
        default: gap.rawValue
        }
    }
    package var missing: Words.Named = { "Missing: \($0)" }
    package var handout = "Handout"
    package var terms = "Has usage terms"
    package var withdrawn = "Withdrawn"
    package var ended = "Terms ended"
    package var uses: Words.Counted = { $0 == 0 ? "Not used" : $0 == 1 ? "In 1 story" : "In \($0) stories" }
    package var addedBy: Words.Named = { "Added by \($0)" }
    package var addedByAgency = "From an agency"
}

/// The words of the page of one picture in the library.
package struct LibraryPictureWords: Sendable {
    package var texts = "Texts"
    package var caption = "Caption"
    package var captionHint =
        "What the picture shows, who is in it, where and when. Stories may have captions of their own."
    package var alternativeText = "Description"
    package var alternativeHint = """
        For people who cannot see the picture: what is visible, in a sentence or two. Do not repeat the caption.
        """
    package var creator = "Creator"
    package var credit = "Credit"
    package var creditHint = "As readers see it, such as REUTERS/SANA/Handout via Reuters."
    package var source = "Source"
    package var copyright = "Copyright notice"
    package var usageTerms = "Usage terms"
    package var usageTermsHint = "Pages show the terms to staff only. The files of the picture contain them."
    package var save = "Save"
    package var saveHint = "Saving makes new files with these texts. This takes a few seconds."

    package var facts = "Facts"
    package var size = "Largest file"
    package var pixels: @Sendable (_ width: Int, _ height: Int) -> String = { "\($0) × \($1) pixels" }
    package var credentials = "Content Credentials"
    package var credentialsHint = """
        The original has them. Nobody has verified them. The files for readers leave them out, because a new \
        file would make them invalid.
        """
    package var markdown = "In the text of a story"
    package var fullFrame = "Full frame"

    package var uses = "Where it is used"
    package var notUsed = "No published story shows this picture."
    package var formerUses = "Where it was used"
    package var wasNotUsed = "No published story showed this picture."
    package var saved: @Sendable (_ part: String) -> String? = { part in
        switch part {
        case "texts": "The texts are saved, and the files have them."
        case "framing": "Focus and crops are saved."
        case "terms": "The terms are saved."
        case "file": "Stories show the new file now. Please check focus and crops."
        default: nil
        }
    }
    package var storedNow: Words.Named = { $0.isEmpty ? "Saved meanwhile: nothing" : "Saved meanwhile: \($0)" }
    package var onlyEditors = "Published stories show this picture, so only editors can change it."

    package var replace = "Replace the file"
    package var replaceHint = """
        Every story that shows this picture then shows the new file. The texts stay. Pages that are open in \
        browsers show the old file until they are loaded again.
        """
    package var newFile = "New file"
    package var replaceButton = "Replace"

    package var withdraw = "Withdraw this picture"
    package var withdrawHint = """
        The picture disappears from all stories and feeds at once, and its files are deleted. Browsers and \
        proxies may keep their copies for up to a year. This cannot be undone.
        """
    package var reason = "Reason"
    package var reasonHint = "For colleagues. Readers do not see it."
    package var withdrawButton = "Withdraw for good"
    package var withdrawnBy: Words.Named = { "\($0) withdrew this picture" }
    package var canceled = "The agency canceled this picture"
    package var cut = "Its files are deleted, and no story can show it."
}

/// The words of the usage terms on the page of a picture.
package struct TermsWords: Sendable {
    package var heading = "Usage terms"
    package var none = "Its source has set no terms."
    package var confirmedBy: Words.Named = { "Confirmed by \($0)" }
    package var unconfirmed = "Nobody has confirmed these terms."
    package var understood = "We understood:"
    package var ended = "This time has passed. Remove the picture now, for good."
    package var nothing = "We found nothing in them that limits the use of the picture."
    package var singleUse = "one story may show it"
    package var until = "readers may see it until"
    package var singleUseLabel = "Only one story may show this picture"
    package var endLabel = "Readers may see it until"
    package var endHint = """
        At this time, the picture disappears from all stories and feeds, and its files are deleted. Leave the \
        field empty if the terms have no end.
        """
    package var confirm = "Confirm these terms"
    package var expired = "The usage terms of this picture have ended"
}

/// The words of the section for the focal point and the crops of a picture.
package struct FramingWords: Sendable {
    package var title = "Focus and crops"
    package var hint = """
        The focal point is the part that must stay visible where the picture is cut. A crop says exactly what \
        its place shows; without one, the focal point decides. Leave all fields empty to show the whole picture \
        everywhere. The numbers are percentages of the width or the height of the picture.
        """
    package var focus = "Focal point"
    package var cropName: @Sendable (Picture.Crop) -> String = { crop in
        switch crop {
        case .original: "Page of the picture, full frame"
        case .lead: "Top of a story, 3:2"
        case .card: "Front page and topics, 4:3"
        case .square: "Small picture in a gallery, 1:1"
        }
    }
    package var sideName: Words.Named = { side in
        switch side {
        case "left": "% from the left"
        case "top": "% from the top"
        case "width": "% wide"
        default: "% high"
        }
    }
    package var save = "Save focus and crops"
    package var saveHint = "Saving makes new files. This takes a few seconds."
    package var previews = "Previews"
    package var whole = "whole picture"
    package var choose = "Set on the picture"
    package var move = "Arrow keys move the focal point"
    package var resize = "Arrow keys move the frame, Shift and arrow keys change its size"
    package var clear = "Clear"
}
