import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel

extension CommandRunner {
  /// Explains a diagnostic code, or a target of the microarchitecture graph.
  func runExplain() throws(CommandError) -> Int32 {
    let topic = invocation.arguments[0]
    if topic == "target" {
      guard invocation.arguments.count == 2 else {
        throw .usage(UsageError("`explain target` needs a name", command: invocation.command))
      }
      try deliver(try explanation(ofTarget: invocation.arguments[1]))
      return 0
    }
    guard invocation.arguments.count == 1, let explanation = DiagnosticCatalog.explanation(of: topic) else {
      let nearest = NearestName.nearest(to: topic, among: DiagnosticCatalog.codes + ["target"])
      throw .usage(
        UsageError(
          "there is no diagnostic code `\(topic)`",
          help: nearest.map { "did you mean `\($0)`?" } ?? "codes are printed in brackets: error[document/truncated]",
          command: invocation.command))
    }
    try deliver(
      ([topic, ""] + TextWrapping.lines(explanation, width: min(console.width, 80))).joined(separator: "\n") + "\n")
    return 0
  }

  private func explanation(ofTarget name: String) throws(CommandError) -> String {
    guard Microarchitectures.knows(name) else {
      let nearest = NearestName.nearest(to: name, among: Microarchitectures.all.map(\.name))
      throw .usage(
        UsageError(
          "archspec knows no target `\(name)`", help: nearest.map { "did you mean `\($0)`?" },
          command: invocation.command))
    }
    return Microarchitectures.explanation(of: name).joined(separator: "\n") + "\n"
  }
}

/// Every diagnostic code of the tool with its explanation.
enum DiagnosticCatalog {
  /// The enumerations of codes, one for each room that has any.
  static let rooms: [any DiagnosticCode.Type] = [DocumentCode.self, PolicyCode.self, CommandCode.self, ShardCode.self]

  /// All codes, sorted.
  static var codes: [String] { rooms.flatMap { codes(of: $0) }.sorted() }

  /// The explanation of a code, or `nil` where there is no such code.
  static func explanation(of code: String) -> String? {
    for room in rooms {
      if let explanation = explanation(of: code, in: room) { return explanation }
    }
    return nil
  }

  private static func codes<Code: DiagnosticCode>(of room: Code.Type) -> [String] { room.allCases.map(\.rawValue) }

  private static func explanation<Code: DiagnosticCode>(of code: String, in room: Code.Type) -> String? {
    Code(rawValue: code)?.explanation
  }
}
