import CoveragePolicy
import CoverageEngine
import Diagnostics
import FarmModel

extension JSONWriter {
  /// A place, without the parts that are not known.
  mutating func place(_ key: String, _ place: SourcePlace) {
    object(key) { writer in
      writer.field("file", place.file)
      if place.line > 0 { writer.field("line", place.line) }
      if place.column > 0 { writer.field("column", place.column) }
    }
  }

  mutating func diagnostics(_ key: String, _ diagnostics: [Diagnostic]) {
    objects(key, diagnostics) { writer, diagnostic in
      writer.field("code", diagnostic.code)
      writer.field("severity", diagnostic.severity.rawValue)
      writer.field("message", diagnostic.message)
      if let place = diagnostic.place { writer.place("place", place) }
      writer.field("help", ifPresent: diagnostic.help)
    }
  }

  mutating func findings(_ key: String, _ findings: [Finding], policy name: String) {
    var identity: [UInt8] = []
    objects(key, findings) { writer, finding in
      writer.field("status", finding.statusWord)
      writer.field("count", ifPresent: finding.count)
      if finding.isInBaseline { writer.field("baseline", true) }
      if finding.isNew == true { writer.field("new", true) }
      writer.cell(finding.cell)
      if !finding.blockers.isEmpty { writer.array("blockedBy", of: finding.blockers) }
      identity.removeAll(keepingCapacity: true)
      finding.appendIdentity(policy: name, to: &identity)
      writer.field("identity", utf8: identity)
    }
  }

  /// Exactly the dimensions that a cell binds, as members of the object that is being written.
  mutating func cell(_ cell: Cell) {
    field("package", ifPresent: cell.package)
    field("version", ifPresent: cell.version)
    field("stack", ifPresent: cell.stack)
    field("os", ifPresent: cell.os)
    field("platform", ifPresent: cell.platform)
    field("target", ifPresent: cell.target)
    field("compiler", ifPresent: cell.compiler)
    if let variants = cell.variants { array("variants", of: variants) }
    field("hash", ifPresent: cell.hash)
  }
}
