extension Array<UInt32> {
  /// Puts a short list in order, each number once. Complexity: O(n) where it is in order, as lists of documents mostly
  /// are.
  package mutating func makeStrictlyAscending() {
    var isAscending = true
    for index in indices.dropFirst() where self[index] <= self[index - 1] {
      isAscending = false
      break
    }
    if isAscending { return }
    sort()
    var last = 0
    for index in indices.dropFirst() where self[index] != self[last] {
      last += 1
      self[last] = self[index]
    }
    removeSubrange((last + 1)...)
  }
}
