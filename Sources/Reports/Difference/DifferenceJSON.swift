import CoverageEngine
import FarmModel

/// `buildcover/diff/1`.
enum DifferenceJSON {
  static func text(of difference: FarmDifference) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("schema", "buildcover/diff/1")
      writer.field("from", difference.from)
      writer.field("to", difference.to)
      writer.object("gained") { write(difference.gained, to: &$0) }
      write("specs", difference.specs, to: &writer)
      write("orphaned", difference.orphaned, to: &writer)
      write("unrecordedCompilers", difference.unrecordedCompilers, to: &writer)
      write("duplicateGroups", difference.duplicateGroups, to: &writer)
      writer.object("lost") { write(difference.lost, to: &$0) }
      writer.objects("policies", difference.policies) { writer, change in
        writer.field("policy", change.policy)
        writer.findings("newGaps", change.newGaps, policy: change.policy)
        writer.findings("lostCells", change.lostCells, policy: change.policy)
        writer.findings("closed", change.closed, policy: change.policy)
      }
    }
    return writer.text
  }

  private static func write(_ names: FarmDifference.Names, to writer: inout JSONWriter) {
    writer.array("packages", of: names.packages)
    writer.objects("versions", names.versions) { writer, version in
      writer.field("package", version.package)
      writer.field("version", version.version)
    }
    writer.array("stacks", of: names.stacks)
    writer.array("targets", of: names.targets)
    writer.array("oses", of: names.oses)
    writer.array("compilers", of: names.compilers)
  }

  private static func write(_ key: String, _ change: FarmDifference.Change, to writer: inout JSONWriter) {
    writer.object(key) { writer in
      writer.field("from", change.from)
      writer.field("to", change.to)
    }
  }
}
