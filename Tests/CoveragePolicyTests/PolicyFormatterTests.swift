import Diagnostics
import Testing

@testable import CoveragePolicy

struct PolicyFormatterTests {
  private func format(_ text: String) -> String? {
    PolicyFormatter.format(file: "a", bytes: Array(text.utf8)).text
  }

  @Test(arguments: [
    ("", nil),
    ("no   package\tlost", "no package lost\n"),
    ("\u{FEFF}no package lost\r\n", "no package lost\n"),
    (
      "policy a{no package lost;severity note}", "policy a {\n  no package lost\n  severity note\n}\n"
    ),
    (
      "# top\n\n\n\npolicy  a \"T\" {   # why\n\n each version built in all stacks #trailing  \n\n\n# own\nfor packages b,a\n\n}# end\npolicy b { no package lost }",
      "# top\n\npolicy a \"T\" {  # why\n  every version built in every stack  #trailing\n\n  # own\n  for packages b, a\n}  # end\n\npolicy b {\n  no package lost\n}\n"
    ),
    (
      "no package lost ; ; because \"a \\\" \\\\ b\" ; # c\n\n\n", "no package lost; because \"a \\\" \\\\ b\"  # c\n"
    ),
    (
      "no package lost\npolicy a {\nno version lost\n}\n# after\n",
      "no package lost\n\npolicy a {\n  no version lost\n}\n\n# after\n"
    ),
    (
      "policy a {\nno orphaned builds\nexcept stack e4s because \"x\"\nwaive packages a and versions @:1,2.0 in stacks c until 2027-01-31 because \"y\"\nfor variants cuda , rocm\nfor snapshots develop*\nseverity error\n}",
      "policy a {\n  no orphaned builds\n  except stack e4s because \"x\"\n  waive package a with versions @:1,2.0 in stack c until 2027-01-31 because \"y\"\n  for variants cuda, rocm\n  for snapshots develop*\n  severity error\n}\n"
    ),
  ])
  func `a file is written in canonical layout`(written: String, formatted: String?) {
    #expect(format(written) == formatted)
    if let formatted { #expect(format(formatted) == formatted) }
  }

  @Test func `a file with errors is not touched, and says why`() {
    let (text, diagnostics) = PolicyFormatter.format(file: "a", bytes: Array("every verson built in every stack".utf8))
    #expect(text == nil)
    #expect(diagnostics.map(\.code) == [PolicyCode.unexpectedWord.rawValue])
  }

  @Test(arguments: 0..<300)
  func `formatting twice changes nothing, and no meaning is lost`(seed: UInt64) throws {
    var writer = RandomPolicyWriter(seed: seed)
    let text = writer.file()
    let parsed = PolicyParser.parse(file: "a", bytes: Array(text.utf8))
    #expect(parsed.diagnostics.filter { $0.severity == .error } == [], "\(text)")
    let once = try #require(format(text), "\(text)")
    #expect(format(once) == once, "\(text)")
    let again = PolicyParser.parse(file: "a", bytes: Array(once.utf8)).policies
    #expect(again.map(\.withoutPlaces) == parsed.policies.map(\.withoutPlaces), "\(text)")
    #expect(comments(once) == comments(text), "\(text)")
  }

  private func comments(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "#").map { String(line.suffix(from: $0).prefix(3)) }
    }
  }
}

extension Policy {
  /// This policy as it would be if it stood nowhere.
  var withoutPlaces: Policy {
    var policy = self
    (policy.place, policy.excerpt) = (nil, nil)
    for index in exceptions.indices { (policy.exceptions[index].place, policy.exceptions[index].excerpt) = (nil, nil) }
    for index in waivers.indices { (policy.waivers[index].place, policy.waivers[index].excerpt) = (nil, nil) }
    return policy
  }
}
