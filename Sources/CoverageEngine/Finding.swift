import Diagnostics
import FarmModel

/// One thing that a policy found: a gap, a group out of bounds, an offending spec, a loss, or what cannot be judged.
package struct Finding: Hashable, Sendable {
  /// What it is. The raw value is the word of the machine formats.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case gap, undetermined, excess, shortfall, forbidden, lost
  }

  package var status: Status
  package var cell: Cell
  /// For `excess` and `shortfall`: what was counted.
  package var count: Int?
  /// The waiver in force that covers it, as an index into `policy.waivers`.
  package var waiver: Int?
  /// The waiver that covered it and has expired, likewise.
  package var expiredWaiver: Int?
  /// Whether a baseline holds it.
  package var isInBaseline: Bool
  /// Whether it is new since the older farm of `--since`; `nil` without one.
  package var isNew: Bool?
  /// For wanted lists: the missing dependencies that block it, as `package/hash`.
  package var blockers: [String]

  package init(
    status: Status, cell: Cell, count: Int? = nil, waiver: Int? = nil, expiredWaiver: Int? = nil,
    isInBaseline: Bool = false, isNew: Bool? = nil, blockers: [String] = []
  ) {
    self.status = status
    self.cell = cell
    self.count = count
    self.waiver = waiver
    self.expiredWaiver = expiredWaiver
    self.isInBaseline = isInBaseline
    self.isNew = isNew
    self.blockers = blockers
  }

  /// The word of the machine formats: `waived` in place of the status where a waiver in force covers it.
  package var statusWord: String { waiver == nil ? status.rawValue : "waived" }
}

extension Finding {
  /// The identity for baselines and fingerprints: policy name and cell, nothing else (semantics §2.5). In a value, `|`
  /// and `\` are written `\|` and `\\`; a dimension that is not bound is left out, one that is bound is `name=value`.
  package func identity(policy name: String) -> String {
    var identity: [UInt8] = []
    identity.reserveCapacity(cell.variants.map { 160 + 16 * $0.count } ?? 160)
    appendIdentity(policy: name, to: &identity)
    return String(decoding: identity, as: UTF8.self)
  }

  /// The same behind other bytes, for reports of many findings.
  package func appendIdentity(policy name: String, to identity: inout [UInt8]) {
    Finding.append(name, to: &identity)
    Finding.append(behindBar: cell.package, to: &identity)
    Finding.append(behindBar: cell.version, to: &identity)
    Finding.append(behindBar: cell.stack, to: &identity)
    Finding.append(behindBar: cell.os, to: &identity)
    Finding.append(behindBar: cell.platform, to: &identity)
    Finding.append(behindBar: cell.target, to: &identity)
    Finding.append(behindBar: cell.compiler.map { Compiler.canonical($0) }, to: &identity)
    if let variants = cell.variants {
      identity.append(UInt8(ascii: "|"))
      for (position, variant) in variants.enumerated() {
        if position > 0 { identity.append(UInt8(ascii: " ")) }
        Finding.append(variant, to: &identity)
      }
    }
    Finding.append(behindBar: cell.hash, to: &identity)
  }

  private static func append(behindBar value: String?, to identity: inout [UInt8]) {
    guard let value else { return }
    identity.append(UInt8(ascii: "|"))
    append(value, to: &identity)
  }

  private static func append(_ value: String, to identity: inout [UInt8]) {
    let bytes = value.utf8.span
    let mustEscape = bytes.holdsWord { $0.holds(UInt8(ascii: "|")) || $0.holds(UInt8(ascii: "\\")) }
    guard mustEscape else { return identity.append(utf8Of: value) }
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "|") || bytes[index] == UInt8(ascii: "\\") {
        identity.append(UInt8(ascii: "\\"))
      }
      identity.append(bytes[index])
    }
  }
}
