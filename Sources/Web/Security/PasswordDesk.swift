/// Checks passwords one at a time: the slow hash takes memory and a processor, and a crowd of guesses must not take all of both.
actor PasswordDesk {
    func matches(_ password: String, _ stored: String) -> Bool { Password.matches(password, stored) }
}
