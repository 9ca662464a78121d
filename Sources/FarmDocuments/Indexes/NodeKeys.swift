/// The keys of a spec in indexes and lock files; those that are not read are named too, for real documents have them.
struct NodeKeys: OptionSet {
  let rawValue: UInt16

  static let name = NodeKeys(rawValue: 1)
  static let version = NodeKeys(rawValue: 2)
  static let arch = NodeKeys(rawValue: 4)
  static let compiler = NodeKeys(rawValue: 8)
  static let parameters = NodeKeys(rawValue: 16)
  static let dependencies = NodeKeys(rawValue: 32)
  static let external = NodeKeys(rawValue: 64)
  static let annotations = NodeKeys(rawValue: 128)
  static let hash = NodeKeys(rawValue: 256)
  static let namespace = NodeKeys(rawValue: 512)
  static let packageHash = NodeKeys(rawValue: 1024)
  static let patches = NodeKeys(rawValue: 2048)

  /// What every spec must have.
  static let required: [(key: NodeKeys, name: StaticString)] = [
    (.name, "name"), (.version, "version"), (.arch, "arch"), (.parameters, "parameters"),
  ]

  private static let names: [(key: NodeKeys, name: StaticString)] =
    required + [
      (.dependencies, "dependencies"), (.hash, "hash"), (.namespace, "namespace"), (.packageHash, "package_hash"),
      (.compiler, "compiler"), (.annotations, "annotations"), (.patches, "patches"), (.external, "external"),
    ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The key that a text stands for; empty for any other.
  init(_ text: JSONText, in cursor: JSONCursor) {
    for (key, name) in NodeKeys.names where cursor.isSame(text, name) {
      self = key
      return
    }
    self = []
  }
}
