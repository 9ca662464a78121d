/// What is true of a stack as a whole, whatever the package (semantics §1, derived sets).
package struct StackFacts: Hashable, Sendable {
  /// One way in which a stack builds: a triple of operating system, target and compiler.
  package struct Configuration: Hashable, Sendable, Comparable {
    package var os: OperatingSystemID
    package var target: TargetID
    /// `nil` where the stack records no compiler for this operating system and target.
    package var compiler: CompilerID?

    package init(os: OperatingSystemID, target: TargetID, compiler: CompilerID?) {
      self.os = os
      self.target = target
      self.compiler = compiler
    }

    package static func < (first: Configuration, second: Configuration) -> Bool {
      if first.os != second.os { return first.os < second.os }
      if first.target != second.target { return first.target < second.target }
      return (first.compiler.map { Int($0) } ?? -1) < (second.compiler.map { Int($0) } ?? -1)
    }
  }

  /// One way in which a stack builds with all that the documents say of it.
  package struct Combination: Hashable, Sendable, Comparable {
    package var target: TargetID
    package var platform: PlatformID
    package var os: OperatingSystemID
    package var compiler: CompilerRecord

    package init(target: TargetID, platform: PlatformID, os: OperatingSystemID, compiler: CompilerRecord) {
      self.target = target
      self.platform = platform
      self.os = os
      self.compiler = compiler
    }

    package static func < (first: Combination, second: Combination) -> Bool {
      if first.target != second.target { return first.target < second.target }
      if first.platform != second.platform { return first.platform < second.platform }
      if first.os != second.os { return first.os < second.os }
      return first.compiler.order < second.compiler.order
    }
  }

  /// Every target of any spec that the stack carries, ascending.
  package var targets: [TargetID] = []
  /// For each of `targets`, on how many packages the stack carries there.
  package var packagesPerTarget: [Int] = []
  /// The targets on which the stack carries at least a tenth of its packages, ascending.
  package var mainTargets: [TargetID] = []
  package var oses: [OperatingSystemID] = []
  package var platforms: [PlatformID] = []
  /// The recorded compilers, ascending.
  package var compilers: [CompilerID] = []
  package var configurations: [Configuration] = []
  /// Every platform, operating system, target and compiler record that occur together, ascending by target first.
  package var combinations: [Combination] = []
  /// How many packages and specs the stack carries.
  package var packageCount = 0
  package var specCount = 0

  package init() {}
}
