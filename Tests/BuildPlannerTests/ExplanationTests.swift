import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel
import Testing

/// Why a cell is asked for, and what would close it.
struct ExplanationTests {
  private func explain(_ question: String, policy: String) throws -> CellExplanation {
    let farm = try Fixture.farm(
      ["seeds/001_f0240a5b0be510ba.txt", "seeds/004_9321c0c32c47eeb7.txt"], snapshot: "develop")
    let outcome = try Fixture.outcome(farm, Fixture.policies("policy p {\n  \(policy)\n}\n"))
    let options = JudgingOptions(today: try #require(CalendarDate("2026-11-20")))
    return CellExplainer(farm, outcome, options: options).explain(try CellQuestion(question))
  }

  @Test func `a gap is explained by its policy, its nearest build and its plan`() throws {
    let answer = try explain(
      "py-pyproject-hooks@1.2.0 in e4s on x86_64_v3", policy: "every version built on every stack's targets")
    #expect(answer.demands.map(\.policy.name) == ["p"] && answer.demands[0].cells.map(\.state) == [.gap])
    #expect(answer.covering.isEmpty && answer.nearest.first?.differences.count == 1)
    guard case .builds(let builds) = answer.answer else { throw Unexpected() }
    #expect(builds.map(\.stacks) == [["e4s"]])
  }

  @Test func `a covered cell needs nothing`() throws {
    let answer = try explain("py-pyproject-hooks@1.0.0 in e4s", policy: "every version built in every stack")
    #expect(!answer.covering.isEmpty && answer.nearest.isEmpty)
    guard case .nothing = answer.answer else { throw Unexpected() }
  }

  @Test func `a cell that nobody asks for gets a build all the same`() throws {
    let answer = try explain(
      "py-pyproject-hooks@1.2.0 in e4s on x86_64_v3", policy: "versions 1.0.0 built in every stack")
    #expect(answer.demands.isEmpty && answer.silentPolicies == ["p"])
    guard case .unasked(let build) = answer.answer else { throw Unexpected() }
    #expect(build.version == "1.2.0" && build.stacks == ["e4s"])
  }

  @Test(arguments: ["", "a b", "a in", "a@1:2", "a in s in t", "A!", "a on"])
  func `what is no question is refused`(_ text: String) {
    #expect(throws: CellQuestion.Problem.self) { try CellQuestion(text) }
  }

  @Test func `a question may name dimensions`() throws {
    let question = try CellQuestion("a@=1.0 in stack s on os ubuntu22.04 on zen4 with %gcc@12.1.0")
    #expect(
      question.cell
        == Cell(
          package: "a", version: "1.0", stack: "s", os: "ubuntu22.04", target: "zen4", compiler: "gcc@=12.1.0"))
  }

  private struct Unexpected: Error {}
}
