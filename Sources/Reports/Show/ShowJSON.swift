import FarmModel

/// `buildcover/show/1`.
enum ShowJSON {
  static func overview(of overviews: [FarmOverview]) -> String {
    document(overviews) { writer, overview in
      writer.field("snapshot", overview.snapshot)
      writer.field("packages", overview.packages)
      writer.field("versions", overview.versions)
      writer.field("specs", overview.specs)
      writer.field("targets", overview.targets)
      writer.field("orphaned", overview.orphaned)
      writer.field("unrecordedCompilers", overview.unrecordedCompilers)
      if let indexes = overview.indexes {
        writer.object("indexes") { $0.write(indexes, neededHoles: overview.neededHoles) }
      }
      writer.objects("stacks", overview.stacks) { writer, stack in
        writer.field("stack", stack.name)
        writer.field("packages", stack.packages)
        writer.field("specs", stack.specs)
        writer.objects("targets", stack.targets) { writer, target in
          writer.field("target", target.name)
          writer.field("packages", target.packages)
          writer.field("stray", target.isStray)
        }
        writer.array("oses", of: stack.oses)
        writer.array("platforms", of: stack.platforms)
        writer.array("compilers", of: stack.compilers)
      }
    }
  }

  static func matrices(_ matrices: [PackageMatrix]) -> String {
    document(matrices) { writer, matrix in
      writer.field("snapshot", matrix.snapshot)
      writer.field("package", matrix.package)
      writer.objects("versions", matrix.rows) { writer, row in
        writer.field("version", row.version)
        writer.field("specs", row.specs)
        writer.field("orphaned", row.isOrphaned)
        writer.objects("cells", zip(matrix.places, row.counts)) { writer, cell in
          writer.field("stack", cell.0.stack)
          writer.field("target", cell.0.target)
          writer.field("specs", cell.1)
        }
      }
    }
  }

  static func specs(_ selections: [ShowReporter.Selection]) -> String {
    document(selections) { writer, selection in
      writer.field("snapshot", selection.snapshot)
      writer.objects("specs", selection.specs) { writer, spec in
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
    }
  }

  private static func document<Snapshot>(
    _ snapshots: [Snapshot], _ fields: (inout JSONWriter, Snapshot) -> Void
  ) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("schema", "buildcover/show/1")
      writer.objects("snapshots", snapshots, fields)
    }
    return writer.text
  }
}

extension JSONWriter {
  /// What the indexes of a snapshot hold besides its builds.
  fileprivate mutating func write(_ indexes: FarmSummary, neededHoles: Int) {
    field("specs", indexes.nodes)
    field("externals", indexes.externals)
    field("holes", indexes.holes)
    field("holesNeededToRun", neededHoles)
    field("pushedElsewhere", indexes.pushedElsewhere)
    objects("stacks", indexes.stacks) { writer, stack in
      writer.field("stack", stack.name)
      writer.field("built", stack.built)
      writer.field("externals", stack.externals)
      writer.field("holes", stack.holes)
    }
  }
}
