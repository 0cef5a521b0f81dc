import Markup
package import Newsroom
import Synchronization

/// The topics in the navigation, as this process last read them.
///
/// They are a function of the latest change of the whole newspaper. Each read for a page also reads the number of that
/// change, and reads the topics only if the number is new. So a page never shows older topics than its own snapshot.
package final class CurrentSections: Sendable {
    private struct State {
        var sections = Sections.none
        /// The latest change of the whole newspaper that the topics include; `nil` before the first read.
        var number: Int64?
        /// The navigation of a page that belongs to none of the topics.
        var navigation: HTML?
    }

    private let state = Mutex(State())

    package init() {}

    package var value: Sections { state.withLock { $0.sections } }

    /// Whether the topics may lack this change of the whole newspaper.
    package func lack(_ number: Int64) -> Bool { state.withLock { $0.number.map { $0 < number } ?? true } }

    /// Takes topics that include every change of the whole newspaper up to a number.
    package func replace(with sections: Sections, asOf number: Int64) {
        state.withLock { state in
            guard state.number.map({ $0 < number }) ?? true else { return }
            state = State(sections: sections, number: number)
        }
    }

    /// Forgets which change the topics include, because the database may have returned to an older state.
    package func expire() { state.withLock { $0.number = nil } }

    /// The navigation of a page that belongs to none of the topics. It is rendered once for these topics.
    func navigation(_ write: (Sections) -> HTML) -> HTML {
        let known = state.withLock { $0 }
        if let written = known.navigation { return written }
        let written = write(known.sections)
        state.withLock { if $0.number == known.number, $0.sections == known.sections { $0.navigation = written } }
        return written
    }
}
