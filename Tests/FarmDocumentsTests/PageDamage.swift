import Diagnostics
import FarmDocuments
import FarmModel

/// A way to damage a text.
enum PageDamage: String, CaseIterable {
  case cut = "cut at a byte"
  case lowestBit = "a byte's lowest bit flipped"
  case caseBit = "a byte's sixth bit flipped"
  case highestBit = "a byte's highest bit flipped"
  case lineDeleted = "a line deleted"
  case lineDoubled = "a line doubled"
  case linesSwapped = "two lines swapped"

  /// Calls `body` with the text damaged at each place, or at each `step`th byte and near both ends.
  func forEach(of whole: [UInt8], every step: Int, _ body: ([UInt8]) -> Void) {
    switch self {
    case .cut: for place in places(whole, step) { body(Array(whole[..<place])) }
    case .lowestBit: flip(0x01, whole, step, body)
    case .caseBit: flip(0x20, whole, step, body)
    case .highestBit: flip(0x80, whole, step, body)
    case .lineDeleted, .lineDoubled, .linesSwapped: damageLines(of: whole, body)
    }
  }

  private func places(_ whole: [UInt8], _ step: Int) -> [Int] {
    whole.indices.filter { $0 % step == 0 || $0 < 64 || $0 >= whole.count - 64 }
  }

  private func flip(_ bit: UInt8, _ whole: [UInt8], _ step: Int, _ body: ([UInt8]) -> Void) {
    var damaged = whole
    for place in places(whole, step) {
      damaged[place] ^= bit
      body(damaged)
      damaged[place] ^= bit
    }
  }

  private func damageLines(of whole: [UInt8], _ body: ([UInt8]) -> Void) {
    let lines = whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    for index in lines.indices {
      var damaged = lines
      switch self {
      case .lineDeleted: damaged.remove(at: index)
      case .lineDoubled: damaged.insert(lines[index], at: index)
      default:
        for other in lines.indices where other > index {
          var swapped = lines
          swapped.swapAt(index, other)
          body(Array(swapped.joined(separator: [UInt8(ascii: "\n")])))
        }
        continue
      }
      body(Array(damaged.joined(separator: [UInt8(ascii: "\n")])))
    }
  }
}

/// What damage came to.
enum DamageOutcome: Hashable {
  /// The same farm.
  case same
  /// No farm, and a diagnostic with this code.
  case refused(String)
  /// Another farm and no diagnostic; with what differs.
  case changed(String)
}

/// What a text is read as.
struct PageReading: Equatable {
  var diagnostics: [Diagnostic]
  var snapshots: [String]
  var specs: [SpecDescription]

  init(_ bytes: [UInt8], usesFastPath: Bool, keepsHashes: Bool = true, keepsVariants: Bool = true) {
    var options = DocumentLoader.Options(usesFastPath: usesFastPath)
    (options.keepsHashes, options.keepsVariants) = (keepsHashes, keepsVariants)
    let loaded = DocumentLoader.load(bytes, path: "specs.md", options: options)
    diagnostics = loaded.diagnostics
    snapshots = loaded.farms.map(\.snapshot)
    specs = loaded.farms.flatMap { farm in (0..<farm.specCount).map { farm.description(of: $0) } }
  }

  /// The same without hashes.
  var withoutHashes: PageReading {
    var reading = self
    for index in specs.indices { reading.specs[index].hash = "" }
    return reading
  }

  /// The same without variants.
  var withoutVariants: PageReading {
    var reading = self
    for index in specs.indices { reading.specs[index].variants = VariantList(written: []) }
    return reading
  }

  /// What has become of a reading of the undamaged text.
  func outcome(of whole: PageReading) -> DamageOutcome {
    if let first = diagnostics.first { return .refused(first.code) }
    if self == whole { return .same }
    if snapshots != whole.snapshots { return .changed("snapshot") }
    if specs.count != whole.specs.count { return .changed("number of specs") }
    return .changed(differences(from: whole))
  }

  /// The attributes in which specs differ that have the same hash; `hash` where that differs.
  private func differences(from whole: PageReading) -> String {
    if Set(specs.map(\.hash)) != Set(whole.specs.map(\.hash)) { return "hash" }
    var found: Set<String> = []
    for (one, other) in zip(specs, whole.specs) {
      if one.package != other.package { found.insert("package") }
      if one.version != other.version { found.insert("version") }
      if (one.platform, one.os, one.target) != (other.platform, other.os, other.target) { found.insert("architecture") }
      if one.compiler != other.compiler { found.insert("compiler") }
      if one.variants != other.variants { found.insert("variants") }
      if one.stacks != other.stacks { found.insert("stacks") }
    }
    return found.sorted().joined(separator: ", ")
  }
}
