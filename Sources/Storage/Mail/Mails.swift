package import Database
package import Foundation
package import Newsroom

extension Transaction {
    package func send(_ mail: Mail, now: Date) throws {}
}
