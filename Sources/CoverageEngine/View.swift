import CoveragePolicy
import FarmModel

/// The part of a farm that is looked at: what `--package` and `--stack` leave.
struct View {
  private let packages: [Bool]?
  private let stacks: [Bool]?

  init(_ options: JudgingOptions, in space: ValueSpace) {
    packages = options.packages.map { space.selection($0, of: .package, isClause: true) }
    stacks = options.stacks.map { space.selection($0, of: .stack, isClause: true) }
  }

  func shows(package: UInt32) -> Bool { packages?[Int(package)] ?? true }

  /// Whether a stack is looked at; what binds no stack is not outside.
  func shows(stack: UInt32?) -> Bool {
    guard let stacks, let stack else { return true }
    return stacks[Int(stack)]
  }

  /// Whether some of the stacks is looked at.
  func showsSome(of numbers: [StackID], in space: ValueSpace) -> Bool {
    guard let stacks else { return true }
    return numbers.contains { stacks[Int(space.stacks.value(of: $0))] }
  }
}
