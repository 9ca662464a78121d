import FarmModel

/// The places that a coverage sentence asks for, as a natural join of partial places: values of a dimension that is
/// bound must agree, dimensions that are not bound combine freely.
struct PlaceSet {
  private(set) var places: [Place]
  /// Whether `places` may be out of order or hold repetitions.
  private var isUnordered = false

  /// One place that binds nothing: what joins start from.
  init() { places = [Place()] }

  /// Places in order, each once.
  init(ordered places: [Place]) { self.places = places }

  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    isUnordered = false
  }

  mutating func append(contentsOf ordered: [Place]) { places.append(contentsOf: ordered) }

  /// How many places there would be at most after a join, without making them.
  func count(joining dimension: Dimension, with valueCount: Int) -> Int {
    guard places.contains(where: { $0[dimension] == nil }) else { return places.count }
    return places.count.multipliedSaturating(by: valueCount)
  }

  /// Keeps the places that have one of the values, and gives each of the values to those that bind none.
  /// Complexity: O(result).
  mutating func join(_ dimension: Dimension, with values: [UInt32]) {
    if places.allSatisfy({ $0[dimension] != nil }) {
      let wanted = Set(values)
      places.removeAll { place in place[dimension].map { !wanted.contains($0) } ?? false }
      return
    }
    let wanted = places.contains { $0[dimension] != nil } ? Set(values) : []
    var joined: [Place] = []
    joined.reserveCapacity(places.count * values.count)
    for place in places {
      if let bound = place[dimension] {
        if wanted.contains(bound) { joined.append(place) }
        continue
      }
      var extended = place
      for value in values {
        extended[dimension] = value
        joined.append(extended)
      }
    }
    isUnordered = true
    places = joined
  }

  /// Joins with triples of operating system, target and compiler, of which the compiler may be unbound.
  /// Complexity: O(places + configurations + result).
  mutating func join(configurations: [Place]) {
    struct Key: Hashable {
      var os: UInt32?
      var target: UInt32?
    }
    let groups = Dictionary(grouping: configurations) { Key(os: $0[.os], target: $0[.target]) }
    var joined: [Place] = []
    for place in places {
      let candidates =
        place[.os] != nil && place[.target] != nil
        ? groups[Key(os: place[.os], target: place[.target]), default: []] : configurations
      for configuration in candidates {
        if let union = place.joined(with: configuration) { joined.append(union) }
      }
    }
    isUnordered = true
    places = joined
  }

  /// Puts the places in order and drops repetitions. Complexity: O(n log n) where a join made that necessary.
  mutating func order() {
    guard isUnordered else { return }
    places.sort()
    var last: Place?
    places.removeAll { place in
      defer { last = place }
      return place == last
    }
    isUnordered = false
  }
}

extension Place {
  /// Both together; `nil` where they bind a dimension differently.
  func joined(with other: Place) -> Place? {
    var union = self
    for dimension in Place.dimensions {
      guard let value = other[dimension] else { continue }
      if let own = union[dimension], own != value { return nil }
      union[dimension] = value
    }
    return union
  }
}

extension Int {
  /// The product, or the largest number where it does not fit.
  func multipliedSaturating(by other: Int) -> Int {
    let (product, hasOverflowed) = multipliedReportingOverflow(by: other)
    return hasOverflowed ? Int.max : product
  }

  /// The sum, or the largest number where it does not fit.
  func addingSaturating(_ other: Int) -> Int {
    let (sum, hasOverflowed) = addingReportingOverflow(other)
    return hasOverflowed ? Int.max : sum
  }
}
