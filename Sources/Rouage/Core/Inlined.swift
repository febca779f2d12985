/// A part whose fields stand among those of what holds it: in the table of a record, and in the API.
package protocol Inlined: Codable {}
