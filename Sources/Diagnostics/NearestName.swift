/// Finds the name that was probably meant, for "did you mean" suggestions.
///
/// The distance counts inserted, dropped and changed letters and swapped neighbours. A name is only suggested if at most
/// a third of the letters differ (and at least one may), so that a suggestion is never a wild guess. Words of more than
/// `longestWord` bytes get no suggestion, which bounds the cost of one candidate whatever the input.
package enum NearestName {
  /// The longest word, in bytes, for which a suggestion is looked for.
  package static let longestWord = 64

  /// The candidate nearest to a word, or `nil` where none is near enough; of equally near ones the first by bytes.
  ///
  /// Complexity: O(candidates × length²), the length being at most `longestWord`.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = folded(word)
    guard !wanted.isEmpty, wanted.count <= longestWord else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let limit = best.map { $0.distance } ?? farthest(for: wanted.count)
      let length = candidate.utf8.count
      guard length > 0, length <= longestWord, abs(length - wanted.count) <= limit else { continue }
      guard let distance = distance(wanted, folded(candidate), atMost: limit) else { continue }
      if isBetter(candidate, distance, than: best) { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of edits between two texts without regard to the case of ASCII letters, or `nil` if it is more than
  /// `limit`.
  package static func distance(from first: String, to second: String, atMost limit: Int) -> Int? {
    distance(folded(first), folded(second), atMost: limit)
  }

  private static func farthest(for length: Int) -> Int { max(1, length / 3) }

  private static func isBetter(_ name: String, _ distance: Int, than best: (name: String, distance: Int)?) -> Bool {
    guard let best else { return true }
    if distance != best.distance { return distance < best.distance }
    return name.utf8.lexicographicallyPrecedes(best.name.utf8)
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.prefix(longestWord + 1).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }

  private static func distance(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      current.reserveCapacity(second.count + 1)
      for column in second.indices {
        let change = last[column] + (first[row] == second[column] ? 0 : 1)
        var least = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      if let smallest = current.min(), smallest > limit { return nil }
      beforeLast = last
      last = current
    }
    guard let distance = last.last, distance <= limit else { return nil }
    return distance
  }
}
