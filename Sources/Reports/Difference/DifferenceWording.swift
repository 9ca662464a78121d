import CoverageEngine

/// A difference in the words that its reports for people share.
struct DifferenceWording {
  /// What was gained or lost of one kind.
  struct Row {
    var kind: String
    var names: [String]
  }

  static func rows(_ names: FarmDifference.Names) -> [Row] {
    [
      Row(kind: "stacks", names: names.stacks), Row(kind: "targets", names: names.targets),
      Row(kind: "oses", names: names.oses), Row(kind: "compilers", names: names.compilers),
      Row(kind: "packages", names: names.packages),
      Row(kind: "versions", names: names.versions.map { "\($0.package)@\($0.version)" }),
    ].filter { !$0.names.isEmpty }
  }

  static func figures(_ difference: FarmDifference) -> [(name: String, change: FarmDifference.Change)] {
    [
      ("specs", difference.specs), ("orphaned specs", difference.orphaned),
      ("specs with unrecorded compilers", difference.unrecordedCompilers),
      ("groups of duplicates", difference.duplicateGroups),
    ]
  }

  /// `22 → 93 (+71)`.
  static func change(_ change: FarmDifference.Change) -> String {
    let delta = change.to - change.from
    let text = "\(Wording.grouped(change.from)) → \(Wording.grouped(change.to))"
    return delta == 0 ? text : "\(text) (\(delta > 0 ? "+" : "")\(Wording.grouped(delta)))"
  }
}
