/// The dependencies of many specs: for each a range of edges, and an edge as two numbers.
package struct EdgeColumns: Sendable {
  /// Why a spec depends on another, and as what: a farm has few different ones.
  package struct Kind: Hashable, Sendable {
    package var types: DependencyTypes
    /// The virtual packages that the dependency provides, such as `mpi` or `c`.
    package var virtuals: [String]

    package init(types: DependencyTypes, virtuals: [String]) {
      self.types = types
      self.virtuals = virtuals
    }
  }

  /// A dependency that no document describes.
  package struct Unknown: Hashable, Sendable {
    package var package: String
    package var hash: String
    /// Whether some document does describe it, in another part of the farm: assembling all parts finds it.
    package var isElsewhere: Bool

    package init(package: String, hash: String, isElsewhere: Bool = false) {
      self.package = package
      self.hash = hash
      self.isElsewhere = isElsewhere
    }
  }

  /// From here on, a target is a position in `unknowns` and not a number of a spec.
  private static let firstUnknown: UInt32 = 1 << 31

  /// How many different kinds are numbered.
  static let kindLimit = Int(UInt16.max)

  private var ends: [UInt32] = []
  private var targets: [UInt32] = []
  private var kindOfEdge: [UInt16] = []
  /// Each once, in the order in which they are met.
  package private(set) var kinds: [Kind] = []
  private var kindNumbers: [Kind: UInt16] = [:]
  package private(set) var unknowns: [Unknown] = []

  package init() {}

  /// How many specs have their edges here.
  package var nodeCount: Int { ends.count }

  package mutating func reserveCapacity(nodes: Int, edges: Int) {
    ends.reserveCapacity(nodes)
    targets.reserveCapacity(edges)
    kindOfEdge.reserveCapacity(edges)
  }

  /// The number of a kind; `nil` where there are more different ones than can be counted. Complexity: O(1).
  package mutating func number(of kind: Kind) -> UInt16? {
    if let number = kindNumbers[kind] { return number }
    guard kinds.count < EdgeColumns.kindLimit else { return nil }
    let number = UInt16(kinds.count)
    kindNumbers[kind] = number
    kinds.append(kind)
    return number
  }

  /// Appends an edge of the next spec to another spec.
  package mutating func append(_ target: UInt32, kind: UInt16) {
    targets.append(target)
    kindOfEdge.append(kind)
  }

  /// Appends an edge of the next spec to a dependency that no document describes.
  package mutating func append(_ unknown: Unknown, kind: UInt16) {
    append(unknown: add(unknown), kind: kind)
  }

  /// Notes a dependency that no document describes, for several edges; returns its number in `unknowns`.
  mutating func add(_ unknown: Unknown) -> Int {
    unknowns.append(unknown)
    return unknowns.count - 1
  }

  /// Appends an edge of the next spec to a dependency that `add` has noted.
  mutating func append(unknown number: Int, kind: UInt16) {
    append(EdgeColumns.firstUnknown + UInt32(number), kind: kind)
  }

  /// Ends the edges of the next spec.
  package mutating func endNode() { ends.append(UInt32(targets.count)) }

  /// The edges of a spec.
  package func range(of node: Int) -> Range<Int> { (node == 0 ? 0 : Int(ends[node - 1]))..<Int(ends[node]) }

  /// The spec at the end of an edge; `nil` where no document describes it.
  package func node(_ edge: Int) -> UInt32? {
    targets[edge] < EdgeColumns.firstUnknown ? targets[edge] : nil
  }

  /// The dependency that no document describes; `nil` where one does.
  package func unknown(_ edge: Int) -> Unknown? { unknownNumber(edge).map { unknowns[$0] } }

  /// Its number in `unknowns`.
  func unknownNumber(_ edge: Int) -> Int? {
    targets[edge] < EdgeColumns.firstUnknown ? nil : Int(targets[edge] - EdgeColumns.firstUnknown)
  }

  /// The number of an edge's kind in `kinds`.
  package func kindNumber(_ edge: Int) -> UInt16 { kindOfEdge[edge] }

  package func kind(_ edge: Int) -> Kind { kinds[Int(kindOfEdge[edge])] }

  /// How many edges there are.
  package var edgeCount: Int { targets.count }
}
