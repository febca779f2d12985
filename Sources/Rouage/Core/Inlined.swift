/// A part of a record whose fields are columns of the record's own table.
package protocol Inlined: Codable {}
