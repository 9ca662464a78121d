package import Diagnostics
package import FarmModel

/// What a run has read: farms, and everything that has to be said about the documents they come from.
package struct LoadedDocuments: Sendable {
  /// One farm for each snapshot, sorted by snapshot.
  package var farms: [Farm] = []
  /// The documents that were read without a problem, sorted by path.
  package var documents: [ReadDocument] = []
  /// The paths of documents that have a problem, sorted: nothing of them is in the farms.
  package var rejectedDocuments: [String] = []
  /// How many files below the directories are no documents.
  package var otherFileCount = 0
  /// What lock files ask for, sorted by stack and path.
  package var locks: [StackLock] = []
  /// The snapshots of pages that other parts read, where only a part was asked for; sorted.
  package var otherSnapshots: [String] = []
  /// Farms of the names alone of the whole, where these documents are a part that is judged with its survey.
  package var namesOfWhole: [Farm]?
  /// Whether hashes were left out that are needed; then nothing here is what the documents say.
  var lacksHashes = false
  /// All problems, in printing order.
  package var diagnostics: [Diagnostic] = []

  package init() {}

  /// Whether everything that was asked for is in the farms.
  package var isComplete: Bool { !diagnostics.contains { $0.severity == .error } }
}

/// A document that was read.
package struct ReadDocument: Hashable, Sendable {
  package var path: String
  package var kind: DocumentKind
  /// The snapshot it belongs to; empty for a lock file.
  package var snapshot: String
  /// The package of a page, or the stack of an index or lock file; empty where it has none.
  package var subject: String
  package var specCount: Int
  package var byteCount: Int
  /// Of its bytes, in hexadecimal; empty where it was not asked for.
  package var digest: String

  package init(
    path: String, kind: DocumentKind, snapshot: String, subject: String, specCount: Int, byteCount: Int = 0,
    digest: String = ""
  ) {
    self.path = path
    self.kind = kind
    self.snapshot = snapshot
    self.subject = subject
    self.specCount = specCount
    self.byteCount = byteCount
    self.digest = digest
  }
}

/// What a `spec.lock` says that a stack is meant to hold.
package struct StackLock: Hashable, Sendable {
  /// A spec that the stack asked for, and the hash that Spack gave it.
  package struct Root: Hashable, Sendable {
    package var hash: String
    package var spec: String

    package init(hash: String, spec: String) {
      self.hash = hash
      self.spec = spec
    }
  }

  package var path: String
  package var stack: String
  package var roots: [Root]
  /// All concrete specs; `stacks` of a node is empty and `isBuilt` is false, for a lock file does not know.
  package var nodes: [DependencyGraph.Node]

  package init(path: String, stack: String, roots: [Root], nodes: [DependencyGraph.Node]) {
    self.path = path
    self.stack = stack
    self.roots = roots
    self.nodes = nodes
  }
}
