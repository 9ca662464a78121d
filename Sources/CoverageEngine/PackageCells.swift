import FarmModel

/// The cells of one package under one coverage policy: versions × places, with the state of each.
struct PackageCells {
  /// Ascending; `[nil]` where the sentence binds no version.
  var versions: [UInt32?] = []
  /// For each version, the bit row of its bodies.
  var versionRows: [Int] = []
  /// In order.
  var places = PlaceSet()
  /// For version `v` and place `p`: `states[v * places.count + p]`.
  var states: [CellState] = []

  mutating func removeAll() {
    versions.removeAll(keepingCapacity: true)
    versionRows.removeAll(keepingCapacity: true)
    places.removeAll()
    states.removeAll(keepingCapacity: true)
  }
}
