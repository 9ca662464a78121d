/// How far numbers of 32 bits are given.
///
/// Names, lists, members of lists, bodies, specs and edges are each numbered below the limit. What is beyond is an
/// error, so that no number wraps and none meets those with a meaning of their own at the top of the range.
package enum NumberLimit {
  /// 2,000,000,000: below half of the range, for edges keep the other half for dependencies that nobody describes.
  package static let standard = 2_000_000_000
}

extension FarmFragment {
  /// The largest count of anything that is numbered here. Complexity: O(1).
  var largestCount: Int {
    let names = [versions, platforms, oses, targets, compilers, stacks, variants].map(\.count).max() ?? 0
    let lists = [variantLists, stackSets].map { max($0.count, $0.itemCount) }.max() ?? 0
    return max(names, lists, bodies.count, bodyOfSpec.count, edges.edgeCount)
  }
}

extension [FarmFragment] {
  /// Throws where the farms of these fragments could need more numbers than there are.
  ///
  /// What fragments have in common is counted in each, so the sum is more than any farm needs. Complexity: O(fragments).
  func checkCounts(below limit: Int) throws(FarmTooLarge) {
    let count = reduce(0) { $0 + $1.largestCount }
    guard count < limit else { throw FarmTooLarge(limit: limit) }
    // Kinds are few and stand in each fragment, so that their sum would say nothing.
    let kinds = reduce(into: Set<EdgeColumns.Kind>()) { $0.formUnion($1.edges.kinds) }
    guard kinds.count < Swift.min(limit, EdgeColumns.kindLimit) else {
      throw FarmTooLarge(limit: EdgeColumns.kindLimit)
    }
  }
}
