import CoverageEngine
import FarmModel
import FarmDocuments
import Diagnostics

extension PartialOutcome {
  /// The file of a part. Complexity: O(specs + names).
  var text: String {
    var writer = JSONWriter(layout: .compact)
    writer.object { writer in
      writer.field("schema", PartialOutcome.schema)
      writer.field("shard", ifPresent: shard?.description)
      request.write(to: &writer)
      writer.array("figures") { writer in
        for figures in figures { writer.object { figures.write(to: &$0) } }
      }
      writer.object("documents") { documents.write(to: &$0) }
      if let older { writer.object("older") { older.write(to: &$0) } }
    }
    return SealedText.seal(writer.text)
  }
}

extension PartialOutcome.Figures {
  /// The figures with their keys, in the order in which they are written.
  static let keys: [(key: String, figure: any WritableKeyPath<Tallies, Int> & Sendable)] = [
    ("required", \.required), ("covered", \.covered), ("gaps", \.gaps), ("violations", \.violations),
    ("waived", \.waived), ("undetermined", \.undetermined), ("examined", \.examined),
    ("packagesWithoutRequirement", \.packagesWithoutRequirement),
  ]

  fileprivate func write(to writer: inout JSONWriter) {
    writer.field("snapshot", snapshot)
    writer.field("policy", policy)
    for (key, figure) in Self.keys { writer.field(key, tallies[keyPath: figure]) }
  }
}

extension PartialOutcome.Request {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.field("version", version)
    writer.object("survey") { writer in
      writer.field("checksum", survey.checksum)
      writer.field("pages", survey.pageCount)
      writer.field("sum", String(survey.pageSum, radix: 16))
    }
    writer.field("today", today)
    writer.object("options") { writer in
      for name in PartialOutcome.recordedOptions {
        if let values = options[name] { writer.array(name.rawValue, of: values) }
      }
    }
    writer.array("policies") { writer in
      for policy in policies {
        writer.object { writer in
          writer.field("file", policy.file)
          writer.field("text", policy.text)
        }
      }
    }
  }
}

extension PartialOutcome.Documents {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.array("pages") { writer in
      for page in pages { writer.object { page.write(to: &$0) } }
    }
    writer.array("diagnostics") { writer in
      for diagnostic in diagnostics { writer.object { diagnostic.write(to: &$0) } }
    }
    writer.field("farms", Base64.text(of: farms.archive))
    writer.array("locks") { writer in
      for lock in locks { writer.object { lock.write(to: &$0) } }
    }
  }
}

extension StackLock {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.field("path", path)
    writer.field("stack", stack)
    writer.array("hashes", of: roots.map(\.hash))
    writer.array("roots", of: roots.map(\.spec))
    writer.field("specs", Base64.text(of: NodeArchive.bytes(of: nodes)))
  }
}

extension Diagnostic {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.field("code", code)
    writer.field("severity", severity.rawValue)
    writer.field("message", message)
    writer.array("labels") { writer in
      for label in labels { writer.object { label.write(to: &$0) } }
    }
    writer.array("notes", of: notes)
    writer.field("help", ifPresent: help)
  }
}

extension Diagnostic.Label {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.field("file", place.file)
    writer.field("line", place.line)
    writer.field("column", place.column)
    writer.field("remark", remark)
    guard let excerpt else { return }
    writer.object("excerpt") { writer in
      writer.field("text", excerpt.text)
      writer.field("offset", excerpt.caretOffset)
      writer.field("length", excerpt.caretLength)
      writer.field("cutBefore", excerpt.isCutBefore)
      writer.field("cutAfter", excerpt.isCutAfter)
    }
  }
}
