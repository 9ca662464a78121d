/// A version in Spack's order. Placeholder comparison until the semantics room is furnished.
package struct Version: Hashable, Sendable {
  package let text: String
  package init(_ text: String) { self.text = text }
}

extension Version: Comparable {
  package static func < (first: Version, second: Version) -> Bool { NameTable.precedes(first.text, second.text) }
}
