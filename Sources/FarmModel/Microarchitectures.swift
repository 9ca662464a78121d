/// What is known about targets: which descends from which, and so what code runs where (archspec's facts).
///
/// A name that archspec does not know is its own family: only its own code runs on it.
package enum Microarchitectures {
  /// A target that archspec knows.
  package struct Facts: Sendable {
    /// The name in specs.
    package let name: String
    /// The maker, `generic` for levels of an instruction set such as `x86_64_v3`.
    package let vendor: String
    /// The targets that it descends from directly.
    package let parents: [String]
    /// All targets whose code runs on it but itself: parents first, then their ancestors, each once.
    package let ancestors: [String]
  }

  /// Every target that archspec knows, parents before children.
  package static let all: [Facts] = MicroarchitectureTable.rows.reduce(into: []) { all, row in
    var ancestors = row.parents
    for parent in row.parents {
      for ancestor in all.first(where: { $0.name == parent })?.ancestors ?? [] where !ancestors.contains(ancestor) {
        ancestors.append(ancestor)
      }
    }
    all.append(Facts(name: row.name, vendor: row.vendor, parents: row.parents, ancestors: ancestors))
  }

  private static let byName: [String: Facts] = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  /// The facts about a target; `nil` where archspec does not know it.
  package static func facts(about target: String) -> Facts? { byName[target] }

  /// Whether archspec knows a target.
  package static func knows(_ target: String) -> Bool { byName[target] != nil }

  /// The targets, but itself, whose code runs on a target, parents first.
  package static func ancestors(of target: String) -> [String] { byName[target]?.ancestors ?? [] }

  /// The root of a target's ancestry, such as `x86_64`.
  package static func family(of target: String) -> String {
    ancestors(of: target).first { ancestors(of: $0).isEmpty } ?? target
  }

  /// The highest level of an instruction set that a target has, such as `x86_64_v3` for `haswell`; itself for one that
  /// is such a level or is unknown.
  package static func genericLevel(of target: String) -> String {
    guard let facts = byName[target], facts.vendor != generic else { return target }
    let levels = facts.ancestors.filter { byName[$0]?.vendor == generic }
    return levels.max { ancestors(of: $0).count < ancestors(of: $1).count } ?? target
  }

  /// The maker of a target; `nil` where archspec does not know it.
  package static func vendor(of target: String) -> String? { byName[target]?.vendor }

  /// Whether code for one target runs on another: it is the same or an ancestor.
  package static func runs(codeFor target: String, on machine: String) -> Bool {
    NameTable.isSame(target, machine) || ancestors(of: machine).contains { NameTable.isSame($0, target) }
  }

  /// All targets whose code runs on a target, itself first.
  package static func runnable(on machine: String) -> [String] { [machine] + ancestors(of: machine) }

  /// The targets, but itself, on which code for a target runs, by name.
  package static func descendants(of target: String) -> [String] {
    all.filter { $0.ancestors.contains(target) }.map(\.name).sorted(by: NameTable.precedes)
  }

  private static let generic = "generic"
}
