/// The keys of the spec that was read last: where the same bytes stand again, the same key does.
struct KnownKeys {
  /// All from the end of one value to the start of the next: comma, key, colon and blanks.
  struct Key {
    var start: Int
    var count: Int
    var key: SpecKeys
  }

  var keys: [Key] = []

  /// Forgets all, for they are places of one document.
  mutating func begin() { keys.removeAll(keepingCapacity: true) }
}
