/// What can be fuzzed; each is a file of this folder.
enum FuzzTarget: String, CaseIterable {
  case pages, json, indexes, policies, versions, constraints, agreement

  /// What libFuzzer calls with each input; 0 is its only answer, and trouble is a crash.
  typealias Entry = @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32

  var entry: Entry {
    switch self {
    case .pages: { FuzzTarget.run($0, $1, readPage) }
    case .json: { FuzzTarget.run($0, $1, readJSON) }
    case .indexes: { FuzzTarget.run($0, $1, readIndex) }
    case .policies: { FuzzTarget.run($0, $1, readPolicies) }
    case .versions: { FuzzTarget.run($0, $1, compareVersions) }
    case .constraints: { FuzzTarget.run($0, $1, readConstraint) }
    case .agreement: { FuzzTarget.run($0, $1, judgeTwice) }
    }
  }

  private static func run(_ start: UnsafePointer<UInt8>?, _ count: Int, _ body: ([UInt8]) -> Void) -> Int32 {
    body(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
}
