import FarmModel
import Testing

/// Spack's own answers about specs on pages.
struct SpecVectorTests {
  struct Vectors: Decodable {
    struct Row: Decodable {
      struct Spec: Decodable {
        var package: String
        var hash: String
        var version: String
        var compiler: String
        var os: String
        var platform: String
        var target: String
        var variants: [String]

        var description: SpecDescription {
          SpecDescription(
            package: package, version: version, hash: hash, platform: platform, os: os, target: target,
            compiler: compiler == "none" ? nil : compiler, variants: VariantList(written: variants))
        }
      }
      var row: Spec
      var constraint: String
      var satisfies: Bool?
      var error: Bool?
    }
    struct Syntax: Decodable {
      var constraint: String
      var error: Bool
      var normal: String?
      var isAcceptedLater: Bool?

      enum CodingKeys: String, CodingKey {
        case constraint, error, normal
        case isAcceptedLater = "accepted_by_spack_1.2"
      }
    }
    var rows: [Row]
    var syntax: [Syntax]?
  }

  @Test(arguments: Fixture.specVectors) func `specs satisfy constraints as in Spack`(file: String) throws {
    let vectors = try Fixture.vectors(Vectors.self, in: file)
    #expect(vectors.rows.count >= 350)
    for row in vectors.rows {
      let answer = (try? SpecConstraint(row.constraint)).map { $0.judge(row.row.description) }
      #expect(answer == row.satisfies.map { Truth($0) }, "\(row)")
    }
  }

  @Test(arguments: Fixture.specVectors) func `a prepared constraint answers as the slow form does`(file: String) throws
  {
    let rows = try Fixture.vectors(Vectors.self, in: file).rows.filter { $0.error != true }
    var specs: [String: SpecDescription] = [:]
    for row in rows { specs[row.row.package + row.row.hash] = row.row.description }
    let farm = Farm(snapshot: "develop", specs: Array(specs.values))
    for row in rows.prefix(150) {
      let constraint = try SpecConstraint(row.constraint)
      let prepared = try PreparedConstraint(constraint, for: farm)
      #expect(!prepared.differsWithinBody)
      for spec in 0..<farm.specCount {
        let expected = constraint.judge(farm.description(of: spec))
        #expect(prepared.judge(spec: spec) == expected, "\(row.constraint)")
        #expect(prepared.judge(body: Int(farm.bodyOfSpec[spec])) == expected, "\(row.constraint)")
      }
    }
  }

  @Test func `what Spack refuses is refused, and the rest has its normal form`() throws {
    let syntax = try Fixture.vectors(Vectors.self, in: Fixture.specVectors[0]).syntax ?? []
    #expect(syntax.count > 50)
    for entry in syntax {
      let constraint = try? SpecConstraint(entry.constraint)
      if entry.isAcceptedLater == true, entry.constraint.contains(":=") {
        #expect(constraint != nil, "\(entry)")
        continue
      }
      #expect(constraint.map { spackForm(of: $0) } == entry.normal, "\(entry)")
    }
  }

  /// Spack leaves out namespaces, and prints a lone `target=x` as an architecture with two unknown parts.
  private func spackForm(of constraint: SpecConstraint) -> String {
    var node = constraint.node
    node.namespace = nil
    let parts = [node.normalForm] + constraint.dependencies.map(\.normalForm)
    let text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return node.target == nil ? text : text.replacing("target=", with: "arch=None-None-")
  }
}
