/// The stacks that carry a spec.
package struct StackSet: Hashable, Sendable {
  /// The stacks but `root`, ascending, each once.
  package var stacks: [StackID]
  /// Whether the document also lists the aggregate stack `root`; it says nothing about a product (semantics §1).
  package var listsRoot: Bool

  package init(stacks: [StackID], listsRoot: Bool) {
    self.stacks = stacks
    self.listsRoot = listsRoot
  }
}
