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

  /// The versions of a package, ascending; `[nil]` where the sentence binds none.
  func versions(for rows: PackageRows) -> [UInt32?] {
    let numbers: [VersionID]
    switch source {
    case .none: return [nil]
    case .fixed(let values): return values
    case .carried: numbers = rows.carriedVersions
    case .farm: numbers = rows.values(of: .version)
    case .stacks(let stacks, let includesAggregate):
      numbers = rows.values(of: .version).filter { version in
        includesAggregate
          || stacks.contains { stack in !rows.rows.isDisjoint(rows.row(.version, version), rows.row(.stack, stack)) }
      }
    }
    var values = numbers.map { space.versions.value(of: $0) }
    if let inRange { values.removeAll { !inRange[Int($0)] } }
    return latest.map { highest($0, of: values) } ?? values
  }

  /// The highest versions; branches and pre-releases are passed over unless there is nothing else.
  private func highest(_ count: Int, of values: [UInt32]) -> [UInt32] {
    let releases = values.filter { value in
      let version = space.version(value)
      return !version.isBranch && !version.isPrerelease
    }
    return (releases.isEmpty ? values : releases).suffix(count)
  }
}
