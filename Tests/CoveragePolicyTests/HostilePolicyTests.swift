import Diagnostics
import Testing

@testable import CoveragePolicy

struct HostilePolicyTests {
  private func codes(_ text: String) -> [String] {
    PolicyParser.parse(file: "a", bytes: Array(text.utf8)).diagnostics.map(\.code)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a huge line costs no more than its length`() {
    let names = (0..<60_000).map { "s\($0)" }.joined(separator: ", ")
    #expect(codes("every version built in stacks \(names)") == [PolicyCode.tooLarge.rawValue])
    #expect(codes(String(repeating: "every ", count: 120_000)) == [PolicyCode.tooLarge.rawValue])
    #expect(
      codes("every version built in stacks " + String(repeating: "a", count: 1 << 18)) == [PolicyCode.tooLarge.rawValue]
    )
    #expect(
      codes("every version built with +a" + String(repeating: ",b", count: 1 << 17)) == [PolicyCode.tooLarge.rawValue])
    #expect(codes(String(repeating: "\"", count: 1 << 18)).count == 1)
  }

  @Test func `a million policies are cut at the limit`() {
    let text = (0..<PolicyLimits.policies + 5).map { "policy p\($0) {\n no package lost\n}\n" }.joined()
    let (policies, diagnostics) = PolicyParser.parse(file: "a", bytes: Array(text.utf8))
    #expect(policies.count == PolicyLimits.policies)
    #expect(diagnostics.map(\.code) == [PolicyCode.tooLarge.rawValue])
  }

  @Test func `a policy of too many clauses is refused`() {
    let clauses = String(repeating: "  for packages a\n", count: PolicyLimits.statements + 5)
    #expect(codes("policy a {\n  no package lost\n\(clauses)}") == [PolicyCode.tooLarge.rawValue])
  }

  @Test func `a file beyond the limit is not read`() {
    let bytes = [UInt8](repeating: 0x23, count: PolicyLimits.fileSize + 1)
    #expect(PolicyParser.parse(file: "a", bytes: bytes).diagnostics.map(\.code) == [PolicyCode.tooLarge.rawValue])
  }

  @Test func `errors are reported up to a limit, which is said`() {
    let all = codes(String(repeating: "nonsense here\n", count: 5_000))
    #expect(all.count == PolicyLimits.diagnostics + 1)
    #expect(all.last == PolicyCode.tooManyErrors.rawValue)
    let waivers = String(repeating: "  waive stacks a until never because \"x\"\n", count: 200)
    let inOne = codes("policy a {\n  every version built in every stack\n\(waivers)}")
    #expect(inOne.count == PolicyLimits.diagnostics + 1)
  }

  @Test func `any bytes are read without a crash, and give policies or errors`() {
    let alphabet = Array(
      "every version built in stacks a,b;{}\"#@:*[’\n\r\t policy x waive until because \\".unicodeScalars)
    var state: UInt64 = 42
    for _ in 0..<1_000 {
      var text = ""
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.unicodeScalars.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let (policies, diagnostics) = PolicyParser.parse(file: "a", bytes: Array(text.utf8))
      #expect(!policies.isEmpty || !diagnostics.isEmpty)
      for diagnostic in diagnostics { #expect(!DiagnosticRenderer(width: 40).render(diagnostic).isEmpty) }
    }
  }
}

struct HostileGlobTests {
  @Test(.timeLimit(.minutes(1)))
  func `a glob made to backtrack costs no more than name times pattern`() {
    let name = String(repeating: "a", count: 20_000)
    let pattern = NamePattern(String(repeating: "*a", count: 50) + "*b")
    #expect(!pattern.matches(name))
    #expect(pattern.matches(name + "b"))
  }
}
