/// A direction the leadership set for several quarters.
package struct Axis: Noun, Equatable {
    package static let kind = Kind.axis

    package let id: Identifier<Axis>
    package var version = 1
    package var code: String
    package var title: String
    package var why: String
    package var owner: Identifier<Person>?

    package init(id: Identifier<Axis>, code: String, title: String, why: String, owner: Identifier<Person>?) {
        self.id = id
        self.code = code
        self.title = title
        self.why = why
        self.owner = owner
    }
}
