import FarmModel

/// How a build is made: platform, operating system, target, compiler and variants, in numbers.
struct Configuration: Hashable {
  var platform: UInt32
  var os: UInt32
  /// As `PlannerNames` counts.
  var target: UInt32
  var compiler: CompilerRecord
  /// As `PackageVariants` counts.
  var variants: UInt32

  static func == (first: Configuration, second: Configuration) -> Bool {
    first.variants == second.variants && first.target == second.target && first.os == second.os
      && first.platform == second.platform && first.compiler.order == second.compiler.order
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(platform) << 32 | UInt64(os))
    hasher.combine(UInt64(target) << 32 | UInt64(variants))
    hasher.combine(compiler.order)
  }
}
