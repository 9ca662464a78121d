/// The keys of a spec in a page; those that are not read are named too, for real pages have them.
struct SpecKeys: OptionSet {
  let rawValue: UInt16

  static let compiler = SpecKeys(rawValue: 1)
  static let hash = SpecKeys(rawValue: 2)
  static let os = SpecKeys(rawValue: 4)
  static let platform = SpecKeys(rawValue: 8)
  static let stacks = SpecKeys(rawValue: 16)
  static let target = SpecKeys(rawValue: 32)
  static let variants = SpecKeys(rawValue: 64)
  static let versions = SpecKeys(rawValue: 128)
  static let arches = SpecKeys(rawValue: 256)
  static let size = SpecKeys(rawValue: 512)
  static let tarball = SpecKeys(rawValue: 1024)

  /// With their names, in the order in which missing ones are reported.
  static let names: [(key: SpecKeys, name: String)] = [
    (.hash, "hash"), (.versions, "versions"), (.stacks, "stacks"), (.variants, "variants"), (.platform, "platform"),
    (.os, "os"), (.target, "target"), (.arches, "arches"), (.compiler, "compiler"), (.size, "size"),
    (.tarball, "tarball"),
  ]

  /// What every spec must have, besides its architecture.
  static let required: SpecKeys = [.hash, .versions, .stacks, .variants]
  /// The architecture in three parts; pages of 2022 and 2023 have `arches` instead.
  static let architecture: SpecKeys = [.platform, .os, .target]

  /// The key that a text stands for; empty for any other.
  @inline(__always)
  init(_ text: JSONText, in cursor: JSONCursor) {
    guard !text.hasEscapes, text.count <= 8 else {
      self = SpecKeys.slow(text, in: cursor)
      return
    }
    let kept: UInt64 = text.count == 8 ? .max : (1 << (UInt64(text.count) * 8)) - 1
    switch cursor.bytes.word(at: text.start) & kept {
    case 0x72_65_6C_69_70_6D_6F_63: self = .compiler
    case 0x68_73_61_68: self = .hash
    case 0x73_6F: self = .os
    case 0x6D_72_6F_66_74_61_6C_70: self = .platform
    case 0x73_6B_63_61_74_73: self = .stacks
    case 0x74_65_67_72_61_74: self = .target
    case 0x73_74_6E_61_69_72_61_76: self = .variants
    case 0x73_6E_6F_69_73_72_65_76: self = .versions
    case 0x73_65_68_63_72_61: self = .arches
    case 0x65_7A_69_73: self = .size
    case 0x6C_6C_61_62_72_61_74: self = .tarball
    default: self = []
    }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static func slow(_ text: JSONText, in cursor: JSONCursor) -> SpecKeys {
    let decoded = cursor.string(text)
    return names.first { NameComparison.isSame($0.name, decoded) }?.key ?? []
  }
}

/// Names are the same if their bytes are.
enum NameComparison {
  static func isSame(_ first: String, _ second: String) -> Bool { first.utf8.elementsEqual(second.utf8) }
}
