import CoverageEngine
import FarmModel

/// `buildcover/trend/1`.
enum TrendJSON {
  static func text(of trend: Trend) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("schema", "buildcover/trend/1")
      writer.objects("snapshots", trend.points) { writer, point in
        writer.field("snapshot", point.snapshot)
        writer.field("packages", point.packages)
        writer.field("specs", point.specs)
        writer.objects("policies", point.policies) { write($1, to: &$0) }
        write("stacks", "stack", point.stacks, to: &writer)
        write("targets", "target", point.targets, to: &writer)
      }
    }
    return writer.text
  }

  private static func write(_ point: Trend.PolicyPoint, to writer: inout JSONWriter) {
    writer.field("policy", point.policy)
    writer.field("verdict", point.verdict.rawValue)
    if point.requiresCells {
      writer.field("required", point.tallies.required)
      writer.field("covered", point.tallies.covered)
      writer.field("gaps", point.tallies.gaps)
    } else {
      writer.field("violations", point.tallies.violations)
    }
    writer.field("waived", point.tallies.waived)
    writer.field("undetermined", point.tallies.undetermined)
  }

  private static func write(_ key: String, _ name: String, _ shares: [Trend.Share], to writer: inout JSONWriter) {
    writer.objects(key, shares) { writer, share in
      writer.field(name, share.name)
      writer.field("required", share.required)
      writer.field("covered", share.covered)
    }
  }
}
