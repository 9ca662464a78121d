import BuildPlanner
import CoverageEngine
import CoveragePolicy
import FarmModel

/// Explanations as JSON, schema `buildcover/why/1`.
enum ExplanationJSON {
  static func text(of explanations: [CellExplanation]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("schema", "buildcover/why/1")
      writer.objects("snapshots", explanations, write)
    }
    return writer.text
  }

  private static func write(_ writer: inout JSONWriter, _ explanation: CellExplanation) {
    writer.field("snapshot", explanation.snapshot)
    writer.object("cell") { $0.cell(explanation.cell) }
    writer.objects("demands", explanation.demands) { writer, demand in
      writer.field("policy", demand.policy.name)
      if let place = demand.policy.place { writer.place("place", place) }
      writer.objects("cells", demand.cells) { writer, entry in
        writer.field("state", word(for: entry.state))
        writer.cell(entry.cell)
      }
    }
    writer.objects("covering", explanation.covering, write)
    writer.objects("nearest", explanation.nearest) { writer, near in
      write(&writer, near.spec)
      writer.field("alike", near.count)
      writer.objects("differences", near.differences) { writer, difference in
        writer.field("dimension", difference.dimension.rawValue)
        writer.field("wanted", difference.wanted)
        writer.array("actual", of: difference.actual)
      }
    }
    writer.object("answer") { write(&$0, explanation.answer) }
  }

  private static func write(_ writer: inout JSONWriter, _ spec: SpecDescription) {
    writer.field("package", spec.package)
    writer.field("version", spec.version)
    writer.field("hash", spec.hash)
    writer.field("platform", spec.platform)
    writer.field("os", spec.os)
    writer.field("target", spec.target)
    writer.field("compiler", ifPresent: spec.compiler)
    writer.array("variants", of: spec.variants.written)
    writer.array("stacks", of: spec.stacks)
  }

  private static func write(_ writer: inout JSONWriter, _ answer: CellExplanation.Answer) {
    switch answer {
    case .nothing: writer.field("plan", "nothing")
    case .builds(let builds):
      writer.field("plan", "builds")
      writer.array("builds", of: builds.map(\.exactSpec))
    case .unasked(let build):
      writer.field("plan", "unasked")
      writer.array("builds", of: [build.exactSpec])
    case .unplannable(let reason):
      writer.field("plan", "unplannable")
      writer.field("reason", reason)
    case .refused(let build):
      writer.field("plan", "refused")
      writer.field("reason", "\(build.field): \(build.reason)")
    }
  }

  private static func word(for state: CellState) -> String {
    switch state {
    case .notRequired: "not-required"
    case .covered: "covered"
    case .gap: "gap"
    case .waived: "waived"
    case .undetermined: "undetermined"
    }
  }
}
