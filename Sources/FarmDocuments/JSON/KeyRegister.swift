/// The keys met in one object, to find one that stands there twice.
///
/// Keys are compared as the texts they stand for, so `"a"` and `"\u0061"` are the same. Most objects have few keys, so
/// a list is searched at first; from eight on a set is used, so that a million keys cost no more than a million steps.
struct KeyRegister {
  private var few: [(place: Int, key: [UInt8])] = []
  private var many: [[UInt8]: Int] = [:]

  /// Takes note of a key; returns where it stood before, if it did.
  mutating func insert(_ key: JSONText, in cursor: JSONCursor) -> Int? {
    let decoded = cursor.decoded(key)
    if many.isEmpty {
      if let known = few.first(where: { $0.key == decoded }) { return known.place }
      few.append((key.start, decoded))
      if few.count == 8 { many = Dictionary(few.map { ($0.key, $0.place) }) { first, _ in first } }
      return nil
    }
    if let place = many[decoded] { return place }
    many[decoded] = key.start
    return nil
  }
}
