import FarmModel
import Foundation

/// Reads the pages in `Tests/Fixtures` by Foundation's JSON, apart from the project's own readers.
enum PageFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// The farm of one snapshot in some files and folders.
  static func farm(_ documents: [String], snapshot: String) throws -> Farm {
    var specs: [String: SpecDescription] = [:]
    for url in try documents.flatMap(pages) {
      for spec in try self.specs(in: url, snapshot: snapshot) {
        let key = spec.package + "/" + spec.hash
        guard var known = specs[key] else {
          specs[key] = spec
          continue
        }
        known.stacks = Array(Set(known.stacks + spec.stacks))
        known.compiler = known.compiler ?? spec.compiler
        specs[key] = known
      }
    }
    return Farm(snapshot: snapshot, specs: Array(specs.values))
  }

  private static func pages(_ document: String) throws -> [URL] {
    let url = folder.appending(path: document)
    guard let files = FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil) else { return [url] }
    let pages = files.compactMap { $0 as? URL }.filter { $0.lastPathComponent == "specs.md" }
    return pages.isEmpty ? [url] : pages
  }

  private static func specs(in url: URL, snapshot: String) throws -> [SpecDescription] {
    var fields: [Substring: Substring] = [:]
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, fields[parts[0]] == nil { fields[parts[0]] = parts[1] }
    }
    guard let categories = fields["categories"], categories.dropLast().hasSuffix(", \(snapshot)") else { return [] }
    let package = fields["title", default: ""].trimmingCharacters(in: [" ", "\""])
    let details = try JSONDecoder().decode([Row].self, from: Data(fields["spec_details", default: "[]"].utf8))
    return details.map { $0.description(package) }
  }

  private struct Row: Decodable {
    var hash: String
    var compiler: String?
    var versions: [String]
    var os: String
    var platform: String
    var target: String
    var variants: [String]
    var stacks: [String]

    func description(_ package: String) -> SpecDescription {
      let isRecorded = !["none", "", "-", nil].contains(compiler)
      return SpecDescription(
        package: package, version: versions[0], hash: hash, platform: platform, os: os, target: target,
        compiler: isRecorded ? compiler : nil, variants: VariantList(written: variants), stacks: stacks)
    }
  }
}
