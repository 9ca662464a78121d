import FarmModel
import Foundation
import Testing

/// Spack's own answers about versions.
struct VersionVectorTests {
  private struct Vectors: Decodable {
    struct Pair: Decodable {
      var a: String
      var b: String
      var cmp: Int
    }
    struct Membership: Decodable {
      var version: String
      var constraint: String
      var satisfies: Bool
    }
    struct SetPair: Decodable {
      var a: String
      var b: String
      var satisfies: Bool
      var intersects: Bool
    }
    struct Syntax: Decodable {
      var constraint: String
      var error: Bool
      var parsed: String?
    }
    struct Invalid: Decodable {
      var string: String
      var kind: String
    }
    struct Sorting: Decodable {
      var input: [String]
      var sorted: [String]
    }
    var pairs: [Pair]
    var git_pairs: [Pair]
    var satisfies: [Membership]
    var constraint_pairs: [SetPair]
    var constraint_syntax: [Syntax]
    var not_plain_versions: [Invalid]
    var sorted: [Sorting]
  }

  private let vectors: Vectors

  init() throws { vectors = try Fixture.vectors(Vectors.self, in: "versions.given.json") }

  @Test func `pairs of versions compare as in Spack`() {
    #expect(vectors.pairs.count > 2000)
    for pair in vectors.pairs + vectors.git_pairs {
      #expect(Version.compare(Version(pair.a), Version(pair.b)) == pair.cmp, "\(pair)")
      #expect(Version.compare(Version(pair.b), Version(pair.a)) == -pair.cmp, "\(pair)")
    }
  }

  @Test func `lists of versions are sorted as in Spack`() {
    for sorting in vectors.sorted {
      #expect(sorting.input.map { Version($0) }.sorted().map(\.text) == sorting.sorted)
    }
  }

  @Test func `versions satisfy constraints as in Spack`() throws {
    for row in vectors.satisfies {
      #expect(try VersionSet(row.constraint).contains(Version(row.version)) == row.satisfies, "\(row)")
    }
  }

  @Test func `sets of versions hold and meet each other as in Spack`() throws {
    for pair in vectors.constraint_pairs {
      let (a, b) = (try VersionSet(pair.a), try VersionSet(pair.b))
      #expect(a.isSubset(of: b) == pair.satisfies, "\(pair)")
      #expect(a.intersects(b) == pair.intersects, "\(pair)")
      #expect(b.intersects(a) == pair.intersects, "\(pair)")
    }
  }

  @Test func `what Spack refuses as a set of versions is refused, and the rest has its text`() {
    for syntax in vectors.constraint_syntax {
      let text = try? VersionSet(lenient: syntax.constraint).text
      #expect(text == expectedText(of: syntax), "\(syntax)")
    }
  }

  /// Spack prints the version without any text as nothing; here it keeps the `=` that made it.
  private func expectedText(of syntax: Vectors.Syntax) -> String? {
    syntax.error ? nil : syntax.parsed == "" ? "=" : syntax.parsed
  }

  @Test func `text that is no version is known as such, and ordered all the same`() {
    for invalid in vectors.not_plain_versions {
      #expect(!Version(invalid.string).isValid)
      #expect(Version.compare(Version(invalid.string), Version(invalid.string)) == 0)
    }
  }
}
