package import Newsroom

/// The relay for mails and their sender. Both may change while the server runs.
package struct MailSettings: Sendable {
    /// `nil` if mails become files.
    package var relay: RelayAddress?
    /// `nil` only without a relay.
    package var sender: MailSender?
}

extension SettingReader {
    func mail() throws(SettingFault) -> MailSettings {
        let (url, from) = (text(.mailURL), text(.mailFrom))
        let relay = RelayAddress(url)
        guard url.isEmpty || relay != nil else { throw .noRelay(name: name(of: .mailURL)) }
        let sender = MailSender(from)
        guard from.isEmpty || sender != nil else { throw fault(.mailFrom, .sender) }
        guard relay == nil || sender != nil else {
            throw .noSender(name: name(of: .mailFrom), relay: name(of: .mailURL))
        }
        return MailSettings(relay: relay, sender: sender)
    }
}
