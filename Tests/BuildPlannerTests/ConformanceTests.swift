import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel
import Foundation
import Testing

/// Sizes of plans, computed by an independent program with an exact solver (Tests/Fixtures/conformance).
struct ConformanceTests {
  static let files = [
    "farm-2024-10-20", "farm-2025-03-30-colon-equals", "farm-2026-01-18", "farm-v0.22.2-old-look", "seed-001",
    "seed-004", "seeds-both",
  ]

  @Test(arguments: files) func `every plan is as small as the independent program's`(_ file: String) throws {
    let url = Fixture.folder.appending(path: "conformance/\(file).json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: url))
    var farms: [[String]: Farm] = [:]
    var planned = 0
    for example in cases {
      guard let expected = example.expect.plan else { continue }
      let key = example.documents + [example.snapshot]
      let farm = try farms[key] ?? Fixture.farm(example.documents, snapshot: example.snapshot)
      farms[key] = farm
      let outcome = try Fixture.outcome(farm, Fixture.policies(example.policy), today: example.today)
      let plan = BuildPlanner.plan(farm: farm, outcome: outcome)
      #expect(plan.builds.count == expected.builds, "\(example.name)")
      #expect(plan.unplannable.count == expected.unplannable, "\(example.name)")
      #expect(plan.isMinimal && plan.refused.isEmpty, "\(example.name)")
      try PlanCheck(farm, outcome).check(plan)
      planned += 1
    }
    #expect(planned == 20)
  }

  struct Case: Decodable {
    var name: String
    var documents: [String]
    var snapshot: String
    var today: String
    var policy: String
    var expect: Expectation
  }

  struct Expectation: Decodable {
    var plan: Size?
  }

  struct Size: Decodable {
    var builds: Int
    var unplannable: Int
  }
}
