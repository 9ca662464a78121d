import Foundation

/// How long the long loops of the tests are.
///
/// A sanitizer makes everything slower by a factor of ten, so `.ci/check-sanitizers` sets `BUILDCOVER_TEST_SCALE` and says
/// so; every test still runs, on fewer cases.
enum TestScale {
  /// By what counts are divided; 1 where nothing is said.
  static let divisor = max(1, Int(ProcessInfo.processInfo.environment["BUILDCOVER_TEST_SCALE"] ?? "") ?? 1)

  /// How many of so many cases are tried; at least one.
  static func cases(_ count: Int) -> Int { max(1, count / divisor) }
}
