import CoverageEngine
import FarmModel

/// `buildcover/duplicates/1`.
enum WasteJSON {
  static func text(of wastes: [BuildWaste]) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("schema", "buildcover/duplicates/1")
      writer.objects("snapshots", wastes) { write($1, to: &$0) }
    }
    return writer.text
  }

  private static func write(_ waste: BuildWaste, to writer: inout JSONWriter) {
    writer.field("snapshot", waste.snapshot)
    writer.field("specs", waste.specCount)
    writer.field("savable", waste.savable)
    writer.objects("groups", waste.groups) { writer, group in
      writer.cell(group.cell)
      writer.array("hashes", of: group.hashes)
    }
    write("packages", "package", waste.packages, to: &writer)
    write("stacks", "stack", waste.stacks, to: &writer)
    writer.objects("shared", waste.sharings) { writer, sharing in
      writer.array("stacks", of: sharing.stacks)
      writer.field("specs", sharing.specs)
    }
    writer.objects("orphans", waste.orphans) { writer, share in
      writer.field("package", share.name)
      writer.field("specs", share.savable)
    }
    writer.objects("causes", waste.causes) { writer, cause in
      writer.field("package", cause.package)
      writer.field("differsIn", cause.kind.rawValue)
      writer.array("values", of: cause.values)
      writer.field("rebuilds", cause.rebuilds)
    }
  }

  private static func write(
    _ key: String, _ name: String, _ shares: [BuildWaste.Share], to writer: inout JSONWriter
  ) {
    writer.objects(key, shares) { writer, share in
      writer.field(name, share.name)
      writer.field("groups", share.groups)
      writer.field("savable", share.savable)
    }
  }
}
