import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel

/// The documents of a command that does not judge, with all their trouble.
struct DocumentReading {
  var documents: LoadedDocuments
  /// The farms of the snapshots that were asked for, by name.
  var farms: [Farm]
  var diagnostics: [Diagnostic]
  /// Whether something is wrong that `--allow-incomplete` does not excuse.
  var isBlocked: Bool
}

extension CommandRunner {
  /// Reads documents and selects snapshots.
  func read(_ paths: [String]) throws(CommandError) -> DocumentReading {
    let documents = try load(paths)
    var diagnostics = documents.diagnostics
    let farms = selectedFarms(of: documents, diagnostics: &diagnostics)
    return DocumentReading(
      documents: documents, farms: farms, diagnostics: diagnostics,
      isBlocked: diagnostics.contains { $0.severity == .error && !isExcused($0) })
  }

  /// Whether `--allow-incomplete` lets the run go on in spite of it.
  func isExcused(_ diagnostic: Diagnostic) -> Bool {
    invocation.has(.allowIncomplete) && diagnostic.code.hasPrefix("document/")
  }
}
