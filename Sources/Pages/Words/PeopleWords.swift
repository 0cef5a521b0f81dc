import Newsroom

/// The words of people's pages, of following and of muting.
package struct PeopleWords: Sendable {
    package var kicker = "Comments by"
    package var comments: Words.Counted = { count in
        count == 1 ? "1 comment" : "\(count.grouped)\(count < 10_000 ? "" : " or more") comments"
    }
    package var older = "Older comments"

    package var pageHeading = "Your public page"
    package var pageNote =
        "The page lists your published comments under your name. It appears with your first comment. Search engines do not "
        + "list it."
    package var pageIsOff = "You have no public page."
    package var openPage = "See your page"
    package var pageOff = "Remove my page"
    package var pageOn = "Publish my page"

    package var followStory = "Follow this story"
    package var unfollowStory = "Stop following this story"
    package var followTopic = "Follow this topic"
    package var unfollowTopic = "Stop following this topic"
    package var signInToFollowStory = "Sign in to follow this story"
    package var signInToFollowTopic = "Sign in to follow this topic"
    package var following = "What you follow"
    package var followsNothing = "You do not follow any story or topic. There is a button on their pages."
    package var topic = "Topic"
    package var story = "Story"
    package var withdrawn = "A story that was withdrawn"
    package var since = "since"
    package var stopFollowing = "Stop following"

    package var mute = "Mute"
    package var mutePerson: Words.Named = { "Mute \($0)" }
    package var unmute = "Unmute"
    package var unmutePerson: Words.Named = { "Unmute \($0)" }
    package var muteNote = "Their comments are folded for you. Nobody learns of it."
    package var muted = "People you have muted"
    package var mutesNobody =
        "You have not muted anybody. There is a button beside the comments of people with an account."
    package var youMuted: Words.Named = { "You muted \($0). Show the comment" }
}
