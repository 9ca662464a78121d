import BuildPlanner
import CoverageEngine
import FarmModel

extension PlannedCell {
  /// The cell in words, `hdf5@1.14.3 in e4s on x86_64_v3`, not yet made safe.
  var words: String {
    let name = (cell.package ?? "any package") + (cell.version.map { "@" + $0 } ?? "")
    let parts: [(String, String?)] = [
      ("in", cell.stack), ("on", cell.target), ("on", cell.os), ("on", cell.platform), ("with %", cell.compiler),
      ("with", cell.variants?.joined(separator: " ")), ("with hash", cell.hash),
    ]
    return parts.reduce(name) { text, part in
      guard let value = part.1 else { return text }
      return text + " " + part.0 + (part.0.hasSuffix("%") ? "" : " ") + value
    }
  }
}

extension [PlannedCell] {
  /// The policies, each once, in the order of the cells.
  var policies: [String] {
    var seen: Set<String> = []
    return map(\.policy).filter { seen.insert($0).inserted }
  }
}

extension PlannedBuild.Basis {
  /// What it says about the build, where that is worth a word.
  var remark: String? {
    switch self {
    case .observed, .locked: nil
    case .moved: "its stack builds this on other targets"
    case .inferred: "its stack does not build this package this way yet"
    case .adapted: "variants were changed to what the policy asks for"
    }
  }
}
