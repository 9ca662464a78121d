import CoveragePolicy
import FarmModel

/// The versions of which a coverage sentence speaks, resolved against a farm.
final class VersionDomain {
  private enum Source {
    case none
    case carried
    case farm
    case stacks([StackID], includesAggregate: Bool)
    case fixed([UInt32])
  }

  private let space: ValueSpace
  private let source: Source
  /// Which versions the range lets in.
  private let inRange: [Bool]?
  /// How many of the highest are taken.
  private let latest: Int?
  /// Whether a version is neither a branch nor a pre-release; empty where the highest are not asked for.
  private let isRelease: [Bool]

  init(_ subject: CoverageSentence.Subject, in space: ValueSpace) {
    self.space = space
    var range: VersionSet?
    var latest: Int?
    switch subject {
    case .everyPackage: source = .none
    case .everyVersion(let narrowed, let from):
      range = narrowed
      source = VersionDomain.source(from, in: space)
    case .latest(let count, let narrowed):
      range = narrowed
      latest = count
      source = .carried
    case .versions(let texts):
      source = .fixed(
        space.selection(texts.map { Pattern.VersionPattern.exactly($0) }).enumerated()
          .filter(\.element).map { UInt32($0.offset) })
    }
    inRange = range.map { space.selection([.within($0)]) }
    self.latest = latest
    isRelease =
      latest == nil
      ? []
      : space.versions.names.indices.map { value in
        let version = space.version(UInt32(value))
        return !version.isBranch && !version.isPrerelease
      }
  }

  private static func source(_ source: CoverageSentence.VersionSource, in space: ValueSpace) -> Source {
    switch source {
    case .carried: return .carried
    case .farm: return .farm
    case .stacks(let patterns):
      let selected = space.selection(patterns, of: .stack)
      let values = selected.indices.filter { selected[$0] }.map { UInt32($0) }
      return .stacks(
        values.compactMap { space.stacks.farmNumber(of: $0) },
        includesAggregate: space.aggregate.map { selected[Int($0)] } ?? false)
    }
  }

  /// Appends the versions of a package, ascending; `nil` where the sentence binds none.
  func findVersions(for rows: PackageRows, into versions: inout [UInt32?]) {
    switch source {
    case .none: versions.append(nil)
    case .fixed(let values): for value in values { versions.append(value) }
    case .carried: choose(among: rows.carriedVersions, into: &versions)
    case .farm: choose(among: rows.values(of: .version), into: &versions)
    case .stacks(let stacks, let includesAggregate):
      let carried = rows.values(of: .version).filter { version in
        includesAggregate
          || stacks.contains { stack in !rows.rows.isDisjoint(rows.row(.version, version), rows.row(.stack, stack)) }
      }
      choose(among: carried, into: &versions)
    }
  }

  /// Appends the values of those that are in the range, and of these the highest where no more are wanted.
  private func choose(among numbers: [VersionID], into versions: inout [UInt32?]) {
    if let latest {
      var values = numbers.map { space.versions.value(of: $0) }
      if let inRange { values.removeAll { !inRange[Int($0)] } }
      for value in highest(latest, of: values) { versions.append(value) }
      return
    }
    for number in numbers {
      let value = space.versions.value(of: number)
      if inRange?[Int(value)] ?? true { versions.append(value) }
    }
  }

  /// The highest versions; branches and pre-releases are passed over unless there is nothing else.
  private func highest(_ count: Int, of values: [UInt32]) -> ArraySlice<UInt32> {
    let releases = values.filter { isRelease[Int($0)] }
    return (releases.isEmpty ? values : releases).suffix(count)
  }
}
