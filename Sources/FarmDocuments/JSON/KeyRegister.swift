/// The keys met in one object, to find one that stands there twice.
///
/// Keys are compared as the texts they stand for, so `"a"` and `"\u0061"` are the same. Most objects have few keys, so
/// a list is searched at first; beyond a dozen a set is used, so that a million keys cost no more than a million steps.
struct KeyRegister {
  private var few: [JSONText] = []
  private var many: [[UInt8]: Int] = [:]

  /// Takes note of a key; returns where it stood before, if it did.
  mutating func insert(_ key: JSONText, in cursor: JSONCursor) -> Int? {
    if few.count < KeyRegister.fewLimit {
      if let known = few.first(where: { KeyRegister.isSame($0, key, in: cursor) }) { return known.start }
      few.append(key)
      return nil
    }
    if many.isEmpty { for known in few { many[cursor.decoded(known)] = known.start } }
    let decoded = cursor.decoded(key)
    if let place = many[decoded] { return place }
    many[decoded] = key.start
    return nil
  }

  /// Forgets all keys.
  mutating func removeAll() {
    few.removeAll(keepingCapacity: true)
    if !many.isEmpty { many = [:] }
  }

  private static let fewLimit = 12

  private static func isSame(_ first: JSONText, _ second: JSONText, in cursor: JSONCursor) -> Bool {
    if first.hasEscapes || second.hasEscapes { return cursor.decoded(first) == cursor.decoded(second) }
    return first.count == second.count
      && cursor.bytes.isSame(at: first.start, and: second.start, count: first.count)
  }
}
