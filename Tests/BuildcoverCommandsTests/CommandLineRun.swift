import Foundation

/// One run of the built executable, as users run it.
struct CommandLineRun {
  var status: Int32
  var output: String
  var complaints: String

  /// The folder of the package.
  static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the test data.
  static let fixtures = project.appending(path: "Tests/Fixtures")

  /// The executable: that of the environment variable BUILDCOVER, or the one built beside the tests.
  static let executable: URL = {
    if let path = ProcessInfo.processInfo.environment["BUILDCOVER"] { return URL(filePath: path) }
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<5 {
      let candidate = folder.appending(path: "buildcover")
      if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return project.appending(path: ".build/debug/buildcover")
  }()

  /// Runs the executable with arguments, in the package's folder unless another is named.
  init(
    _ arguments: [String], input: Data? = nil, directory: URL = CommandLineRun.project,
    environment: [String: String] = [:]
  ) throws {
    let process = Process()
    process.executableURL = CommandLineRun.executable
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let scratch = try TemporaryFolder()
    let outputFile = scratch.url.appending(path: "output")
    let complaintsFile = scratch.url.appending(path: "complaints")
    try Data().write(to: outputFile)
    try Data().write(to: complaintsFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: complaintsFile)
    if let input {
      let inputFile = scratch.url.appending(path: "input")
      try input.write(to: inputFile)
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    output = String(decoding: try Data(contentsOf: outputFile), as: UTF8.self)
    complaints = String(decoding: try Data(contentsOf: complaintsFile), as: UTF8.self)
  }

  /// The output read as a JSON object.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return value as? [String: Any] ?? [:]
  }
}

/// A folder that is removed when the last user lets go of it.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "buildcover-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file into the folder and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }
}
