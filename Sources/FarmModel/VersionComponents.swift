/// The numbers and words of a version, and what Spack makes of them.
///
/// The key of a version is its components written so that comparing keys byte by byte compares versions: the end of the
/// release comes before any component, words before numbers, numbers before branch names; then comes what is known of
/// the pre-release.
struct VersionComponents: Hashable {
  enum Component: Hashable {
    case word([UInt8])
    /// Decimal digits without leading zeros; empty for zero. Of any length, so nothing can overflow.
    case number([UInt8])
    /// The rank among the branch names, from 0.
    case branch(UInt8)
  }

  /// How far the release has come, in the order of versions.
  enum Stage: UInt8 {
    case alpha, beta, rc, final
  }

  var release: [Component]
  var stage: Stage
  /// The digits behind `alpha`, `beta` or `rc`, if any.
  var stageNumber: [UInt8]?

  /// Reads the segments of any text; what is neither letter nor digit separates.
  init(_ text: some Sequence<UInt8>) {
    release = VersionComponents.segments(of: text)
    stage = .final
    stageNumber = nil
    let count = release.count
    if count >= 3, case .number(let digits) = release[count - 1], let named = release[count - 2].stage {
      stage = named
      stageNumber = digits
      release.removeLast(2)
    } else if count >= 2, let named = release[count - 1].stage {
      stage = named
      release.removeLast()
    }
  }

  private init(release: [Component], stage: Stage, stageNumber: [UInt8]?) {
    self.release = release
    self.stage = stage
    self.stageNumber = stageNumber
  }

  /// Below every version: the lower end of `:1.2`.
  static let lowest = VersionComponents(release: [], stage: .alpha, stageNumber: nil)
  /// Above every version: the upper end of `1.2:`.
  static let highest = VersionComponents(
    release: [.branch(UInt8(branchNames.count))], stage: .final, stageNumber: nil)

  /// Spack's branch names from lowest to highest.
  static let branchNames = ["stable", "nightly", "trunk", "head", "master", "main", "develop"].map { Array($0.utf8) }

  /// Whether a branch name stands in it.
  var hasBranchName: Bool {
    release.contains { if case .branch = $0 { true } else { false } }
  }

  /// Whether `alpha`, `beta` or `rc` stands in it.
  var hasPrereleaseWord: Bool {
    stage != .final || release.contains { $0.stage.map { $0 != .final } ?? false }
  }

  private static func segments(of text: some Sequence<UInt8>) -> [Component] {
    var segments: [Component] = []
    var segment: [UInt8] = []
    for byte in text {
      let isLetter = SpackSyntax.isLetter(byte)
      let isDigit = SpackSyntax.isDigit(byte)
      if let first = segment.first, !(isLetter || isDigit) || SpackSyntax.isDigit(first) != isDigit {
        segments.append(Component(segment))
        segment.removeAll(keepingCapacity: true)
      }
      if isLetter || isDigit { segment.append(byte) }
    }
    if !segment.isEmpty { segments.append(Component(segment)) }
    return segments
  }
}

extension VersionComponents.Component {
  /// Takes letters or digits, at least one.
  init(_ segment: [UInt8]) {
    if let first = segment.first, SpackSyntax.isDigit(first) {
      self = .number(Array(segment.drop { $0 == UInt8(ascii: "0") }))
    } else if let rank = VersionComponents.branchNames.firstIndex(of: segment) {
      self = .branch(UInt8(rank))
    } else {
      self = .word(segment)
    }
  }

  /// The stage that a word names.
  var stage: VersionComponents.Stage? {
    guard case .word(let letters) = self else { return nil }
    if letters.elementsEqual("alpha".utf8) { return .alpha }
    if letters.elementsEqual("beta".utf8) { return .beta }
    if letters.elementsEqual("rc".utf8) { return .rc }
    return letters.elementsEqual("final".utf8) ? .final : nil
  }
}
