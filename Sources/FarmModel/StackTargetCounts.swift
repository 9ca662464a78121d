/// For each stack and target, how many packages the stack has on it; packages are told one after the other.
///
/// A flat array where stacks times targets are few, as in every real farm; else one table for each stack, so that a
/// document that names a hundred thousand of each does not ask for memory with their product.
struct StackTargetCounts {
  private struct Count {
    var packages = 0
    var last = PackageID.max
  }

  private static let flatLimit = 1 << 20

  private let targetCount: Int
  private var flat: [Count] = []
  private var tables: [[TargetID: Count]] = []

  init(stackCount: Int, targetCount: Int) {
    self.targetCount = targetCount
    if stackCount.multipliedReportingOverflow(by: targetCount).partialValue <= StackTargetCounts.flatLimit {
      flat = Array(repeating: Count(), count: stackCount * targetCount)
    } else {
      tables = Array(repeating: [:], count: stackCount)
    }
  }

  /// Counts a package, unless it is the one that was counted last. Complexity: O(1).
  @inline(__always)
  mutating func count(_ package: PackageID, stack: Int, target: TargetID) {
    if tables.isEmpty {
      StackTargetCounts.add(package, to: &flat[stack * targetCount + Int(target)])
    } else {
      StackTargetCounts.add(package, to: &tables[stack][target, default: Count()])
    }
  }

  @inline(__always)
  private static func add(_ package: PackageID, to count: inout Count) {
    if count.last == package { return }
    count.last = package
    count.packages += 1
  }

  /// The targets of a stack, ascending, with their counts.
  func counts(of stack: Int) -> [(target: TargetID, packages: Int)] {
    if tables.isEmpty {
      return (0..<targetCount).compactMap { target in
        let packages = flat[stack * targetCount + target].packages
        return packages > 0 ? (TargetID(target), packages) : nil
      }
    }
    return tables[stack].sorted { $0.key < $1.key }.map { ($0.key, $0.value.packages) }
  }
}
