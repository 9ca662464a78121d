import Foundation
import Testing

/// Every kind of bad input through the command line: its own code, a place, a message and help, and exit status 2.
@Suite struct `Bad input` {
  struct Case: CustomStringConvertible, Sendable {
    var description: String
    var code: String
    var bytes: Data

    init(_ description: String, _ code: String, _ text: String) {
      self.init(description, code, Data(text.utf8))
    }

    init(_ description: String, _ code: String, _ bytes: Data) {
      (self.description, self.code, self.bytes) = (description, code, bytes)
    }
  }

  private static let spec =
    #"{"compiler": "gcc@=11.4.0", "hash": "4iyv4un5xrqtfcejkeptbsfahtzwlw34", "os": "ubuntu22.04", "platform": "linux", "#
    + #""stacks": ["e4s", "root"], "target": "x86_64_v3", "variants": ["+pic"], "versions": ["1.3.1"]}"#

  static func page(
    title: String = "title: \"zlib\"\n", meta: String = #"{"num_specs": 1}"#, _ specs: String = spec
  ) -> String {
    "---\n\(title)layout: cache\ncategories: [package, develop]\nmeta: \(meta)\nspec_details: [\(specs)]\n---\n"
  }

  private static func changed(_ old: String, _ new: String) -> String {
    page(spec.replacingOccurrences(of: old, with: new))
  }

  static let cases = [
    Case("an empty file", "document/empty", ""),
    Case("a text that is no document", "document/unknown-kind", "hello\n"),
    Case("a truncated page", "document/truncated", String(page().dropLast(60))),
    Case("invalid JSON", "document/invalid-json", changed(": [\"1.3.1\"]", ": [\"1.3.1\" 2]")),
    Case("a wrong type", "document/wrong-type", changed("\"ubuntu22.04\"", "22.04")),
    Case("a missing key", "document/missing-key", changed("\"os\": \"ubuntu22.04\", ", "")),
    Case("no version", "document/no-version", changed("[\"1.3.1\"]", "[]")),
    Case("two versions", "document/several-versions", changed("[\"1.3.1\"]", "[\"1\", \"2\"]")),
    Case("no title", "document/missing-title", page(title: "")),
    Case("a figure of meta that differs", "document/meta-differs", page(meta: #"{"num_specs": 2}"#)),
    Case(
      "a hash with two meanings", "document/contradiction",
      page(meta: "{}", spec + ", " + spec.replacingOccurrences(of: "ubuntu22.04", with: "rhel9"))),
    Case(
      "100,000 levels of nesting", "document/nested-too-deep",
      page(meta: "{\"a\": " + String(repeating: "[", count: 100_000))),
    Case("a NUL byte", "document/control-character", changed("ubuntu22.04", "ubuntu\0")),
    Case(
      "a byte that is not UTF-8", "document/invalid-utf8",
      Data(changed("ubuntu22.04", "ubuntu~").utf8.map { $0 == UInt8(ascii: "~") ? 0xFF : $0 })),
  ]

  @Test(arguments: cases)
  func `has its own code, place, message and help`(example: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(example.bytes, to: "zlib/specs.md")
    let run = try CommandLineRun(["check", path, "--format", "json"])
    #expect(run.status == 2)
    let report = try run.json()
    #expect((report["snapshots"] as? [Any])?.isEmpty == true, "a verdict was printed")
    let diagnostics = try #require(report["diagnostics"] as? [[String: Any]])
    let first = try #require(diagnostics.first)
    #expect(first["code"] as? String == example.code)
    #expect((first["message"] as? String)?.isEmpty == false)
    let place = try #require((first["place"] ?? (first["places"] as? [Any])?.first) as? [String: Any])
    #expect((place["file"] as? String)?.hasSuffix("specs.md") == true)
    #expect(run.complaints.contains("[\(example.code)]"))
    let explained = try CommandLineRun(["explain", example.code])
    #expect(explained.status == 0 && !explained.output.isEmpty)
  }

  @Test func `is all told in one run, and --allow-incomplete judges the rest and says what is missing`() throws {
    let folder = try TemporaryFolder()
    let bad = Array(Self.cases.filter { $0.code != "document/unknown-kind" }.enumerated())
    for (index, example) in bad { _ = try folder.write(example.bytes, to: "bad\(index)/specs.md") }
    _ = try folder.write(Self.page(title: "title: \"good\"\n"), to: "good/specs.md")
    let arguments = ["check", folder.url.path, "--rule", "every version built in every stack"]
    let refused = try CommandLineRun(arguments)
    #expect(refused.status == 2 && !refused.output.contains("holds"))
    for example in bad { #expect(refused.complaints.contains("[\(example.element.code)]"), "\(example.element)") }
    for format in ["text", "json", "html", "markdown", "sarif", "junit", "github", "gitlab", "csv"] {
      let run = try CommandLineRun(arguments + ["--allow-incomplete", "--format", format])
      #expect(run.status == 0, "\(format)")
      let mentions = run.output.contains("ncomplete") || run.output.contains("missing") || run.output.contains("bad0")
      #expect(mentions || format == "csv", "\(format) does not say that something is missing")
    }
    #expect(try CommandLineRun(["plan", folder.url.path]).status == 2)
  }

  @Test func `of a policy is told with its code`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write(Self.page(), to: "zlib/specs.md")
    let binary = try folder.write(Data((0...255).map { UInt8($0) }), to: "binary.policy")
    for (arguments, code) in [
      (["--policy", binary], "policy/not-text"), (["--rule", "every verson built"], "policy/unexpected-word"),
      (["--rule", "every version built in stacks e4z"], "policy/unknown-stack"),
      (["--snapshot", "develp"], "unknown-snapshot"),
    ] {
      let run = try CommandLineRun(["check", good] + arguments)
      #expect(run.status == 2 && run.complaints.contains(code), "\(arguments): \(run.complaints)")
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `a sentence that asks for billions of cells is refused with their number`() throws {
    let specs = (0..<400).map { number in
      Self.spec.replacingOccurrences(of: "4iyv", with: "h\(number)x").replacingOccurrences(
        of: "x86_64_v3", with: "t\(number)"
      )
      .replacingOccurrences(of: "e4s", with: "s\(number)").replacingOccurrences(of: "ubuntu", with: "o\(number)")
      .replacingOccurrences(of: "gcc@=11", with: "gcc@=\(number)")
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.page(meta: "{}", specs.joined(separator: ", ")), to: "zlib/specs.md")
    let rule = "every version built in every stack, on every target, on every os, with every compiler"
    let run = try CommandLineRun(["check", path, "--rule", rule])
    #expect(run.status == 2)
    #expect(run.complaints.contains("policy/too-many-cells") || run.output.contains("policy/too-many-cells"))
  }
}
