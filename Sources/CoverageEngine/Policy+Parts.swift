package import CoveragePolicy
import FarmModel

extension Policy {
  /// Whether its figures can be judged in parts of a farm that hold whole packages, and added up: nothing that it asks
  /// goes across packages but what is true of stacks. A package that only the policy names belongs to no part.
  package var addsUp: Bool {
    let namesPackages = scopes.contains { $0.packages?.contains { !$0.isGlob } ?? false }
    switch sentence {
    case .coverage(let coverage):
      return !namesPackages
        && coverage.placements.allSatisfy {
          if case .constraint(let constraint) = $0 { !constraint.needsGraph } else { true }
        }
    case .count(let count): return count.dimensions.contains(.package)
    case .prohibition(let prohibition):
      return prohibition.conditions.allSatisfy {
        if case .constraint(let constraint) = $0 { !constraint.needsGraph } else { $0 != .missingRunDependencies }
      }
    case .loss, .wanted: return false
    }
  }
}

extension Policy {
  /// Why a part of a farm cannot answer it even with the facts of the whole's stacks; `nil` where it can.
  ///
  /// - Parameter areShards: whether packages are split by name, so that each is known to be in this part or not.
  package func reachBeyondParts(areShards: Bool) -> String? {
    switch sentence {
    case .coverage:
      let namesPackages = scopes.contains { $0.packages?.contains { !$0.isGlob } ?? false }
      return namesPackages && !areShards ? "other parts may have the packages that it names" : nil
    case .count(let count):
      return count.dimensions.contains(.package) ? nil : "it counts across packages"
    case .prohibition(let prohibition):
      return prohibition.conditions.contains(.missingRunDependencies)
        ? "other parts may have built what its specs run with" : nil
    case .loss: return areShards ? nil : "other parts may have what seems lost"
    case .wanted: return "other parts may have built what blocks its specs"
    }
  }
}

extension Tallies {
  /// The figures of two parts together.
  package static func + (first: Tallies, second: Tallies) -> Tallies {
    var sum = first
    sum.required += second.required
    sum.covered += second.covered
    sum.gaps += second.gaps
    sum.violations += second.violations
    sum.waived += second.waived
    sum.undetermined += second.undetermined
    sum.examined += second.examined
    sum.packagesWithoutRequirement += second.packagesWithoutRequirement
    return sum
  }
}
