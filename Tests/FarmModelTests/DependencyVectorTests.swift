import FarmModel
import Testing

/// Spack's own answers about the dependencies of specs in indexes.
struct DependencyVectorTests {
  private struct Vectors: Decodable {
    struct Question: Decodable {
      var tag: String
      var package: String
      var hash: String
      var constraint: String
      var satisfies: Bool
    }
    var dependencies: [Question]
  }

  @Test(arguments: Fixture.specVectors)
  func `dependencies satisfy constraints as in Spack`(file: String) throws {
    let questions = try Fixture.vectors(Vectors.self, in: file).dependencies
    #expect(questions.count > 100)
    var answered = 0
    for (tag, questions) in Dictionary(grouping: questions, by: \.tag) where IndexFixture.hasSnapshot(tag) {
      let farm = try IndexFixture.farm(of: tag)
      let specs = Dictionary(uniqueKeysWithValues: (0..<farm.specCount).map { (farm.hashes[$0], $0) })
      // Many questions ask for the same dependency of different packages: it is looked for once.
      for (asked, questions) in Dictionary(grouping: questions, by: { $0.constraint.drop { !"%^".contains($0) } }) {
        let prepared = try PreparedConstraint(SpecConstraint(String(asked)), for: farm)
        for question in questions {
          guard let spec = specs[question.hash] else { continue }
          answered += 1
          let own = try SpecConstraint(String(question.constraint.dropLast(asked.count)))
          let truth = own.judge(farm.description(of: spec)).and(prepared.judge(spec: spec))
          #expect(truth == Truth(question.satisfies), "\(question)")
        }
      }
    }
    #expect(answered > 100)
  }

  @Test(arguments: ["hdf5 ^zlib", "%cmake", "%c,cxx=clang", "^[virtuals=mpi] openmpi"])
  func `a question about dependencies is refused where only pages are known`(text: String) throws {
    let farm = Farm(snapshot: "develop", specs: [SpecDescription(package: "hdf5", version: "1.14.5", hash: "a")])
    let constraint = try SpecConstraint(text)
    #expect(constraint.needsGraph)
    #expect {
      try PreparedConstraint(constraint, for: farm)
    } throws: { error in
      (error as? SpecSyntaxError)?.reason == .unanswerable
    }
  }
}
