import Logging
import Markup
import Newsroom
package import Operations
import PageCache
import Pages

/// The settings with everything that follows from them. They are replaced together.
final class AdoptedSettings: Sendable {
    let settings: Settings
    let context: SiteContext
    let newspaper: Newspaper

    init(settings: Settings, context: SiteContext, newspaper: Newspaper) {
        self.settings = settings
        self.context = context
        self.newspaper = newspaper
    }
}

extension Site {
    var settings: Settings { current.settings }
    var context: SiteContext { current.context }
    package var newspaper: Newspaper { current.newspaper }

    /// Takes over settings that were read again while the server runs, except those that need a restart.
    ///
    /// Every page may show a setting, so all cached pages become invalid. If the database cannot record this
    /// now, the pages are only dropped, and a page whose rendering has begun may stay until its next change.
    package func adopt(_ settings: Settings) async {
        let before = current
        let context = SiteContext(
            house: settings.house, base: before.context.base, masks: WordMasks(settings.masks), sections: sections)
        let newspaper = before.newspaper.with(rules: settings.rules(in: context))
        listeners.limit(to: settings.listenerLimits)
        monitoring.live.take(settings.monitoring)
        replace(with: AdoptedSettings(settings: settings, context: context, newspaper: newspaper))
        do { try await newspaper.noteChangedSettings() } catch {
            logger.warning("cached pages dropped, because the database did not record the new settings")
            store.begin(after: store.latestChange)
        }
    }
}

extension Settings {
    /// The rules of the operations, with what they need of the words. No commenter may use the name under which the desk
    /// replies.
    func rules(in context: SiteContext) -> NewspaperRules {
        var rules = rules
        rules.deskName = context.words.discussion.desk
        rules.letterWords = { letter, language in LetterWords.of(language).content(of: letter, from: context.house) }
        rules.reservedNames = ReservedNames(
            newspaper: house.name, desk: rules.deskName, listed: reservedNames + context.words.imitable)
        return rules
    }
}
