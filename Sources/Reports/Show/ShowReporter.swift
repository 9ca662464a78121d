import CoverageEngine
package import FarmModel

/// Writes what the documents hold, for `show`: an overview of each snapshot, a package's matrix, or the specs that
/// satisfy a constraint.
package struct ShowReporter: Sendable {
  /// The forms that `show` has.
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case text, json
  }

  /// The specs of a snapshot that satisfy a constraint.
  package struct Selection: Sendable {
    package var snapshot: String
    /// In the order of package, version and hash.
    package var specs: [SpecDescription]

    /// Takes specs in any order.
    package init(snapshot: String, specs: [SpecDescription]) {
      self.snapshot = snapshot
      self.specs = specs.sorted { first, second in
        if !NameTable.isSame(first.package, second.package) {
          return NameTable.precedes(first.package, second.package)
        }
        if !NameTable.isSame(first.version, second.version) {
          return VersionTable.precedes(first.version, second.version)
        }
        return NameTable.precedes(first.hash, second.hash)
      }
    }
  }

  package var format: Format
  package var options: ReportOptions

  package init(format: Format, options: ReportOptions = ReportOptions()) {
    self.format = format
    self.options = options
  }

  /// The tables of each snapshot. Complexity: O(bodies).
  package func overview(of farms: [Farm]) -> String {
    let overviews = farms.map { FarmOverview(of: $0) }
    switch format {
    case .text: return ShowText(options: options).overview(of: overviews)
    case .json: return ShowJSON.overview(of: overviews)
    }
  }

  /// A package's versions × (stack, target) in each snapshot that has it.
  package func matrix(of package: String, in farms: [Farm]) -> String {
    let matrices = farms.compactMap { PackageMatrix(of: package, in: $0) }
    switch format {
    case .text: return ShowText(options: options).matrices(matrices, of: package)
    case .json: return ShowJSON.matrices(matrices)
    }
  }

  /// A list of specs for each snapshot.
  package func specs(_ selections: [Selection]) -> String {
    switch format {
    case .text: ShowText(options: options).specs(selections)
    case .json: ShowJSON.specs(selections)
    }
  }
}
