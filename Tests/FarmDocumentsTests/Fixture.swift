import FarmDocuments
import FarmModel

/// The files that the tests read.
enum Fixture {
  /// The folder of all fixtures.
  static let directory =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    .joined(separator: "/") + "/Fixtures"

  static func path(_ name: String) -> String { directory + "/" + name }
}
