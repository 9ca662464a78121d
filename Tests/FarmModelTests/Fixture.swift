import Foundation

/// Reads the files in `Tests/Fixtures`.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  static let specVectors = ["specs.given.json", "specs-spack1.given.json"]

  static func data(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  static func vectors<Vectors: Decodable>(_ type: Vectors.Type, in file: String) throws -> Vectors {
    try JSONDecoder().decode(type, from: data("vectors/" + file))
  }
}
