import BuildPlanner

/// Gives each build a name: package, version, target and a short digest of everything else, so that the same build has
/// the same name in every plan.
struct JobNames {
  private var taken: [String: Int] = [:]

  /// The name of a build, at most 200 bytes of letters, digits, `.`, `_` and `-`.
  mutating func name(of build: PlannedBuild, in snapshot: String) -> String {
    let digest = JobNames.digest([snapshot, build.exactSpec, build.stacks.joined(separator: ",")])
    let words = [(build.package, 80), (build.version, 50), (build.target, 40)].map { word, length in
      String(
        word.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "_" }.prefix(length))
    }
    let name = (words + [digest]).joined(separator: "-")
    let number = taken[name, default: 0] + 1
    taken[name] = number
    return number == 1 ? name : "\(name)-\(number)"
  }

  // FNV-1a: only to tell builds apart, not against anyone; equal digests are numbered.
  private static func digest(_ texts: [String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for text in texts {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01b3
    }
    let digits = String(hash >> 24, radix: 16)
    return String(repeating: "0", count: 10 - digits.utf8.count) + digits
  }
}
