import FarmModel

/// Puts builds in waves: a build comes after the missing builds that it depends on.
struct BuildOrder {
  init(_ farm: Farm, _ options: PlanOptions) {}

  /// Sorts by wave, then package, version, spec.
  func order(_ builds: inout [PlannedBuild]) {
    builds.sort { first, second in
      if first.wave != second.wave { return first.wave < second.wave }
      if !NameTable.isSame(first.package, second.package) { return NameTable.precedes(first.package, second.package) }
      if first.version != second.version {
        let versions = (Version(first.version), Version(second.version))
        if versions.0 < versions.1 { return true }
        if versions.1 < versions.0 { return false }
        return NameTable.precedes(first.version, second.version)
      }
      return NameTable.precedes(first.exactSpec, second.exactSpec)
    }
  }
}
