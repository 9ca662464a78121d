import FarmModel

/// The concrete specs of one index or lock file as columns, in the order of the document; names are numbers in the
/// interners of a `FragmentBuilder`.
struct SpecRecords {
  /// What is said of the compiler of a spec.
  enum CompilerWord {
    /// A name as in `FragmentBuilder.compilers`.
    case written(UInt32)
    /// The spec with a hash, by its number in `hashes`.
    case node(UInt32)
    /// Nothing: since Spack 1.0 that means that there is none, and before that it is not recorded.
    case absent
    /// Not recorded, whatever wrote the document.
    case unrecorded
  }

  /// All of a spec but its hash and dependencies.
  struct Body {
    var package: UInt32
    var version: UInt32
    var platform: UInt32
    var os: UInt32
    var target: UInt32
    var variants: UInt32
    var compiler: CompilerWord
  }

  /// All hashes met, of specs and of dependencies.
  var hashes = HashInterner()
  /// For each hash the number of its package, and of its record; `UInt32.max` where there is none.
  private(set) var packageOfHash: [UInt32] = []
  private(set) var recordOfHash: [UInt32] = []
  var packages = ByteInterner(hash: ByteHash())
  /// Each body once; see `body(_:)`.
  private var bodyKeys = ByteInterner(hash: ByteHash())
  private(set) var hashOfRecord: [UInt32] = []
  private(set) var bodyOfRecord: [UInt32] = []
  /// Where the hash of a record stands in the document.
  private(set) var offsets: [UInt32] = []
  private(set) var states: [SpecState] = []
  /// Targets are numbers of hashes.
  var edges = EdgeColumns()
  private var key: [UInt32] = []

  var count: Int { hashOfRecord.count }
  var bodyCount: Int { bodyKeys.count }

  /// The number of a hash, with the package that is said to have it; `nil` where it was said to be of another.
  mutating func number(of hash: JSONText, package: UInt32, in cursor: JSONCursor) -> UInt32? {
    let number = hashes.number(of: hash, in: cursor)
    if Int(number) == packageOfHash.count {
      packageOfHash.append(package)
      recordOfHash.append(.max)
    }
    return packageOfHash[Int(number)] == package ? number : nil
  }

  /// Whether a record with this hash is there.
  func hasRecord(of hash: UInt32) -> Bool { recordOfHash[Int(hash)] != .max }

  /// Appends a record; its edges have been appended to `edges`.
  mutating func append(hash: UInt32, offset: Int, body: Body, state: SpecState) {
    recordOfHash[Int(hash)] = UInt32(count)
    hashOfRecord.append(hash)
    offsets.append(UInt32(truncatingIfNeeded: offset))
    states.append(state)
    bodyOfRecord.append(number(of: body))
    edges.endNode()
  }

  private mutating func number(of body: Body) -> UInt32 {
    key.removeAll(keepingCapacity: true)
    key.append(body.package)
    key.append(body.version)
    key.append(body.platform)
    key.append(body.os)
    key.append(body.target)
    key.append(body.variants)
    let (kind, number): (UInt32, UInt32) =
      switch body.compiler {
      case .written(let number): (0, number)
      case .node(let number): (1, number)
      case .absent: (2, 0)
      case .unrecorded: (3, 0)
      }
    key.append(kind)
    key.append(number)
    return bodyKeys.number(of: key)
  }

  /// The body with a number.
  func body(_ number: UInt32) -> Body {
    var key: [UInt32] = []
    bodyKeys.forEachNumber(of: number) { key.append($0) }
    let compiler: CompilerWord =
      switch key[6] {
      case 0: .written(key[7])
      case 1: .node(key[7])
      case 2: .absent
      default: .unrecorded
      }
    return Body(
      package: key[0], version: key[1], platform: key[2], os: key[3], target: key[4], variants: key[5],
      compiler: compiler)
  }

  /// The package of a record.
  func package(of record: Int) -> UInt32 { packageOfHash[Int(hashOfRecord[record])] }
}
