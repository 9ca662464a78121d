extension FarmSurvey {
  /// The name and version of the form in which surveys are written.
  package static let schema = "buildcover/survey/2"

  /// Writes the survey as the fields of an object. Complexity: O(names).
  package func write(to writer: inout JSONWriter) {
    writer.field("schema", FarmSurvey.schema)
    writer.field("version", version)
    writer.array("shards", of: shards.map(\.description))
    writer.array("snapshots") { writer in
      for snapshot in snapshots { writer.object { snapshot.write(to: &$0) } }
    }
    writer.array("pages") { writer in
      for page in pages { writer.object { page.write(to: &$0) } }
    }
  }
}

extension FarmSurvey.Page {
  /// Writes the page as the fields of an object.
  package func write(to writer: inout JSONWriter) {
    writer.field("path", path)
    writer.field("snapshot", snapshot)
    writer.field("subject", subject)
    writer.field("kind", kind)
    writer.field("bytes", byteCount)
    writer.field("digest", digest)
    writer.field("specs", specCount)
  }
}

extension FarmSurvey.Snapshot {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.field("snapshot", name)
    writer.array("packages", of: packages)
    writer.array("targets", of: targets)
    writer.array("oses", of: oses)
    writer.array("platforms", of: platforms)
    writer.array("compilers", of: compilers)
    writer.array("stacks") { writer in
      for stack in stacks {
        writer.object { writer in
          writer.field("stack", stack.name)
          writer.field("packages", stack.packageCount)
          writer.field("specs", stack.specCount)
          writer.array("targets") { writer in
            for count in stack.targets {
              writer.object { writer in
                writer.field("target", count.target)
                writer.field("packages", count.packages)
              }
            }
          }
          writer.array("combinations") { writer in
            for combination in stack.combinations {
              writer.array { writer in for name in combination.key { writer.element(name) } }
            }
          }
        }
      }
    }
  }
}
