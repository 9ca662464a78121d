import CoveragePolicy

/// Known findings that pass: a sorted list of identities (policy and cell, nothing else), one to a line.
///
/// The file is made to be reviewed in a diff: no counts, no wording, no places. Control characters of hostile names are
/// written `\u{…}`, so that a line is always one entry.
package struct Baseline: Hashable, Sendable {
  /// The first line of the file.
  package static let header = "buildcover/baseline/1"

  /// The identities, each once.
  package var identities: Set<String>

  package init(identities: Set<String>) { self.identities = identities }

  /// The identities of all findings that are neither waived nor undetermined.
  package init(of outcome: Outcome) {
    identities = []
    for policy in outcome.snapshots.flatMap(\.policies) {
      for finding in policy.findings where Baseline.holds(finding) {
        identities.insert(Baseline.line(finding.identity(policy: policy.policy.name)))
      }
    }
  }

  /// Reads the text of a baseline file; `nil` and the number of the first wrong line where it is none.
  package static func read(_ text: String) -> (baseline: Baseline?, wrongLine: Int) {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    guard lines.first.map(String.init) == header else { return (nil, 1) }
    var identities: Set<String> = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      if !identities.insert(String(line)).inserted { return (nil, index + 1) }
    }
    return (Baseline(identities: identities), 0)
  }

  /// The text of the file, ending in a newline.
  package var text: String {
    let sorted = identities.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ([Baseline.header] + sorted).joined(separator: "\n") + "\n"
  }

  /// Whether a finding is of the kind that a baseline may hold.
  package static func holds(_ finding: Finding) -> Bool {
    finding.waiver == nil && finding.status != .undetermined
  }

  /// An identity as a line of the file.
  package static func line(_ identity: String) -> String {
    guard identity.unicodeScalars.contains(where: { isUnsafe($0) }) else { return identity }
    var line = ""
    for scalar in identity.unicodeScalars {
      if isUnsafe(scalar) {
        line += "\\u{" + String(scalar.value, radix: 16) + "}"
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}

extension Baseline {
  /// Marks the findings that the baseline holds, judges the policies again without them, and adds the entries that
  /// were needed to `needed`.
  package func mark(_ outcome: inout SnapshotOutcome, isStrict: Bool, needed: inout Set<String>) {
    for policy in outcome.policies.indices {
      let name = outcome.policies[policy].policy.name
      var baselined = 0
      for index in outcome.policies[policy].findings.indices {
        let finding = outcome.policies[policy].findings[index]
        guard Baseline.holds(finding) else { continue }
        let line = Baseline.line(finding.identity(policy: name))
        guard identities.contains(line) else { continue }
        outcome.policies[policy].findings[index].isInBaseline = true
        needed.insert(line)
        baselined += 1
      }
      outcome.policies[policy].verdict = Verdict.of(
        outcome.policies[policy].policy, outcome.policies[policy].tallies, isStrict: isStrict, baselined: baselined)
    }
  }
}
