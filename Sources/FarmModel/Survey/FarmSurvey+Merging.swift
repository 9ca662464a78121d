/// Why two surveys, or the outcomes of two shards, cannot be parts of one farm.
package enum SurveyConflict: Error, Hashable, Sendable {
  /// The same document in both.
  case repeatedPage(path: String)
  /// One path with two contents.
  case changedPage(path: String)
  /// Specs of one package of one snapshot in both, from different documents.
  case splitPackage(package: String, snapshot: String)
  /// Two versions of the tool have written them.
  case otherVersion
  /// They are of documents of other snapshots.
  case otherSnapshots
  /// They are of parts of two splits, or only one of them is of a part.
  case otherSplit
  /// The same part in both.
  case repeatedShard(Shard)
}

extension FarmSurvey {
  /// The survey of the documents of both. The order and grouping of merges change nothing in the result.
  ///
  /// Complexity: O(n log n) in the names of both.
  package func merged(with other: FarmSurvey) throws(SurveyConflict) -> FarmSurvey {
    if version != other.version { throw .otherVersion }
    let shards = try mergedShards(with: other)
    guard snapshots.count == other.snapshots.count,
      zip(snapshots, other.snapshots).allSatisfy({ NameTable.isSame($0.name, $1.name) })
    else { throw .otherSnapshots }
    let pages = try mergedPages(with: other)
    var merged: [Snapshot] = []
    for (first, second) in zip(snapshots, other.snapshots) { merged.append(try first.merged(with: second)) }
    return FarmSurvey(version: version, shards: shards, snapshots: merged, pages: pages)
  }

  private func mergedShards(with other: FarmSurvey) throws(SurveyConflict) -> [Shard] {
    if shards.first?.count != other.shards.first?.count { throw .otherSplit }
    let merged = (shards + other.shards).sorted { $0.number < $1.number }
    for (first, second) in zip(merged, merged.dropFirst()) where first == second { throw .repeatedShard(first) }
    return merged
  }

  /// Documents of all packages are in the surveys of all parts.
  private func mergedPages(with other: FarmSurvey) throws(SurveyConflict) -> [Page] {
    var merged: [Page] = []
    for page in (pages + other.pages).sorted(by: { NameTable.precedes($0.path, $1.path) }) {
      guard let last = merged.last, NameTable.isSame(last.path, page.path) else {
        merged.append(page)
        continue
      }
      if last != page { throw .changedPage(path: page.path) }
      if page.isOfOnePackage || shards.isEmpty { throw .repeatedPage(path: page.path) }
    }
    return merged
  }
}

extension FarmSurvey.Snapshot {
  fileprivate func merged(with other: Self) throws(SurveyConflict) -> Self {
    var merged = Self(name: name)
    merged.packages = NameTable(packages + other.packages).names
    if merged.packages.count < packages.count + other.packages.count {
      let known = NameTable(packages)
      let both = other.packages.first { known.number(of: $0) != nil }
      throw .splitPackage(package: both ?? "", snapshot: name)
    }
    merged.targets = NameTable(targets + other.targets).names
    merged.oses = NameTable(oses + other.oses).names
    merged.platforms = NameTable(platforms + other.platforms).names
    let spellings = NameTable(compilers + other.compilers).names
    merged.compilers = CompilerTable(spellings.map { Compiler(written: $0) }).compilers.map(\.written)
    for stack in (stacks + other.stacks).sorted(by: { NameTable.precedes($0.name, $1.name) }) {
      if let last = merged.stacks.last, NameTable.isSame(last.name, stack.name) {
        merged.stacks[merged.stacks.count - 1] = last.merged(with: stack)
      } else {
        merged.stacks.append(stack)
      }
    }
    return merged
  }
}

extension FarmSurvey.Stack {
  /// Packages stand in one part only, so their counts add up.
  fileprivate func merged(with other: Self) -> Self {
    var counts: [FarmSurvey.TargetCount] = []
    for count in (targets + other.targets).sorted(by: { NameTable.precedes($0.target, $1.target) }) {
      if let last = counts.last, NameTable.isSame(last.target, count.target) {
        counts[counts.count - 1].packages += count.packages
      } else {
        counts.append(count)
      }
    }
    var united: [FarmSurvey.Combination] = []
    for combination in (combinations + other.combinations).sorted(by: { FarmSurvey.precedes($0.key, $1.key) })
    where united.last.map({ FarmSurvey.precedes($0.key, combination.key) }) ?? true {
      united.append(combination)
    }
    return FarmSurvey.Stack(
      name: name, packageCount: packageCount + other.packageCount, specCount: specCount + other.specCount,
      targets: counts, combinations: united)
  }
}
