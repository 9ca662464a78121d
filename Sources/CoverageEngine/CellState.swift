/// What is known of a cell of a package.
package enum CellState: UInt8, Hashable, Sendable, CaseIterable {
  /// No policy asks for it: outside the scope or the view, or left out by an exception.
  case notRequired
  case covered
  case gap
  /// A gap that a waiver in force covers.
  case waived
  case undetermined
}
