/// Readers and staff are one list of people, so that a reader who joins the staff keeps their number.
package enum Person {
    package typealias ID = Identifier<Person>
}
