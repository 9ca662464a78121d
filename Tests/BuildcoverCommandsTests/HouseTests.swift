import Foundation
import Testing

/// The shape of the house: who may import whom, and how the sources are kept.
@Suite struct `the house` {
  /// The rooms in the order in which data flows, with what each may import.
  static let rooms: [(name: String, imports: Set<String>)] = [
    ("Diagnostics", []),
    ("FarmModel", []),
    ("FarmDocuments", ["Diagnostics", "FarmModel"]),
    ("CoveragePolicy", ["Diagnostics", "FarmModel"]),
    ("CoverageEngine", ["Diagnostics", "FarmModel", "CoveragePolicy"]),
    ("BuildPlanner", ["FarmModel", "CoveragePolicy", "CoverageEngine"]),
    ("JobLists", ["Diagnostics", "FarmModel", "CoveragePolicy", "CoverageEngine", "BuildPlanner"]),
    ("Reports", ["Diagnostics", "FarmModel", "CoveragePolicy", "CoverageEngine", "BuildPlanner"]),
  ]

  static let toolchain: Set<String> = ["Dispatch", "Synchronization", "Darwin", "Glibc", "Musl"]

  @Test(arguments: rooms.indices) func `a room imports only rooms before it and the toolchain`(room: Int) throws {
    let (name, allowed) = Self.rooms[room]
    let files = try Self.sources(below: "Sources/\(name)")
    #expect(!files.isEmpty)
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let module = Self.importedModule(line) else { continue }
        #expect(
          allowed.contains(module) || Self.toolchain.contains(module), "\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  @Test func `no source traps where input can reach, and none is longer than 300 lines`() throws {
    for file in try Self.sources(below: "Sources") {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in ["try!", "fatalError(", "as!", ".unsafelyUnwrapped", "TODO", "FIXME"] {
        #expect(!text.contains(word), "\(file.lastPathComponent) holds \(word)")
      }
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 301, "\(file.lastPathComponent)")
    }
  }

  static func sources(below path: String) throws -> [URL] {
    let root = CommandLineRun.project.appending(path: path)
    let enumerator = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return (enumerator?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  private static func importedModule(_ line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1,
      position == 0 || ["package", "public", "internal", "private", "@testable"].contains(words[0])
    else { return nil }
    let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "func", "typealias"]
    let name = words[position + (kinds.contains(words[position + 1]) && words.count > position + 2 ? 2 : 1)]
    return name.split(separator: ".").first.map(String.init)
  }
}
