/// The answer of a test that documents may be too poor to decide.
package enum Truth: Int, Hashable, Sendable, Comparable {
  case no, unknown, yes

  /// `yes` or `no`.
  package init(_ answer: Bool) { self = answer ? .yes : .no }

  package static func < (first: Truth, second: Truth) -> Bool { first.rawValue < second.rawValue }

  /// Both: `no` if either is, else `unknown` if either is.
  package func and(_ other: Truth) -> Truth { min(self, other) }

  /// Either: `yes` if either is, else `unknown` if either is.
  package func or(_ other: Truth) -> Truth { max(self, other) }
}
