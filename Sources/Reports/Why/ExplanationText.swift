import BuildPlanner
import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel

/// An explanation for people.
struct ExplanationText {
  let options: ReportOptions

  func text(of explanation: CellExplanation) -> String {
    var lines = [heading(of: explanation), ""]
    lines += demands(of: explanation) + [""]
    lines += builds(of: explanation) + [""]
    lines += answer(of: explanation)
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(of explanation: CellExplanation) -> String {
    let title = "\(explanation.snapshot): \(explanation.cell.sentenceLabel)"
    return TextStyle.strong.applied(to: TerminalText.visible(title), coloured: options.usesColor)
  }

  private func demands(of explanation: CellExplanation) -> [String] {
    if explanation.demands.isEmpty { return ["No policy asks for it."] }
    return ["Asked for by"]
      + explanation.demands.flatMap { demand -> [String] in
        let place = demand.policy.place.map { " (\($0))" } ?? ""
        var lines = wrapped("\(demand.policy.name)\(place)", margin: 2)
        lines += demand.cells.prefix(8).flatMap { cell, state in
          wrapped("\(cell.sentenceLabel): \(ExplanationText.word(for: state))", margin: 4)
        }
        if demand.cells.count > 8 { lines.append("    … and \(demand.cells.count - 8) cells more") }
        if let reason = demand.policy.reason { lines += wrapped("because: \(reason)", margin: 4) }
        return lines
      }
  }

  private func builds(of explanation: CellExplanation) -> [String] {
    if !explanation.covering.isEmpty {
      let shown = explanation.covering.prefix(5).flatMap { wrapped(ExplanationText.words(for: $0), margin: 2) }
      let rest = explanation.covering.count - 5
      return ["Built:"] + shown + (rest > 0 ? ["  … and \(rest) builds more"] : [])
    }
    if explanation.nearest.isEmpty { return ["Not built, and nothing comes near."] }
    return ["Not built. What comes nearest:"]
      + explanation.nearest.flatMap { near in
        let more = near.count > 1 ? " (and \(near.count - 1) more like it)" : ""
        return wrapped(ExplanationText.words(for: near.spec) + more, margin: 2)
          + near.differences.flatMap { wrapped(ExplanationText.words(for: $0), margin: 4) }
      }
  }

  private func answer(of explanation: CellExplanation) -> [String] {
    switch explanation.answer {
    case .nothing: ["A plan would do nothing: it is there."]
    case .builds(let builds):
      ["A plan would build"] + builds.flatMap { wrapped(ExplanationText.words(for: $0), margin: 2) }
    case .unasked(let build):
      ["No plan has it, for no policy asks for it. Asked for, it would be"]
        + wrapped(ExplanationText.words(for: build), margin: 2)
    case .unplannable(let reason): wrapped("It cannot be planned: \(reason)", margin: 0)
    case .refused(let build):
      wrapped("Its build is refused: \(build.field) is `\(build.value)`, \(build.reason)", margin: 0)
    }
  }

  private func wrapped(_ text: String, margin: Int) -> [String] {
    let blanks = String(repeating: " ", count: margin)
    return TextWrapping.lines(TerminalText.visible(text), width: max(20, options.width - margin)).map { blanks + $0 }
  }
}

extension ExplanationText {
  static func word(for state: CellState) -> String {
    switch state {
    case .notRequired: "not required"
    case .covered: "built"
    case .gap: "a gap"
    case .waived: "a gap, waived"
    case .undetermined: "cannot be judged"
    }
  }

  private static func words(for spec: SpecDescription) -> String {
    let compiler = spec.compiler.map { " %" + Compiler(written: $0).canonical } ?? ""
    let stacks = spec.stacks.filter { $0 != Farm.aggregateStack }
    let carried = stacks.isEmpty ? "in no stack" : "in " + stacks.joined(separator: ", ")
    return
      "\(spec.package)@=\(spec.version) on \(spec.target), \(spec.os)\(compiler), \(carried) (/\(spec.hash.prefix(7)))"
  }

  private static func words(for difference: CellExplanation.Difference) -> String {
    let actual = difference.actual.isEmpty ? "not recorded" : difference.actual.joined(separator: ", ")
    return "\(difference.dimension.rawValue): asked for \(difference.wanted), it has \(actual)"
  }

  private static func words(for build: PlannedBuild) -> String {
    "\(build.exactSpec) for \(build.stacks.joined(separator: ", ")) (\(build.basis.rawValue))"
  }
}
