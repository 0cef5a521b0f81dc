import Database
import Foundation
import HTTPTypes
import Markup
import Newsroom
import Pages
import Storage
import Wire
