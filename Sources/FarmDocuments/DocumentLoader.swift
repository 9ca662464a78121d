import Diagnostics
import FarmModel
import Synchronization

/// Reads all documents that the user gave into farms.
package struct DocumentLoader {
  /// The most bytes that one document may have: 1 GiB.
  package static let documentLimit = 1 << 30

  /// How to read.
  package struct Options: Sendable {
    /// How many threads read; at least 1. The result does not depend on it.
    package var threads: Int
    /// Stacks of index files whose path does not tell it.
    package var indexStacks: [StackPath]
    /// Stacks of lock files.
    package var lockStacks: [StackPath]
    /// Whether repeated specs are recognised instead of read again; the result does not depend on it.
    package var usesFastPath: Bool

    /// A path with the name of its stack.
    package struct StackPath: Hashable, Sendable {
      package var stack: String
      package var path: String

      package init(stack: String, path: String) {
        self.stack = stack
        self.path = path
      }
    }

    package init(
      threads: Int = 1, indexStacks: [StackPath] = [], lockStacks: [StackPath] = [], usesFastPath: Bool = true
    ) {
      self.threads = threads
      self.indexStacks = indexStacks
      self.lockStacks = lockStacks
      self.usesFastPath = usesFastPath
    }
  }

  /// How far the reading is.
  package struct Progress: Hashable, Sendable {
    package var filesRead: Int
    package var fileCount: Int
  }

  /// Reads files, directories (all documents below them) and `-` for standard input.
  ///
  /// Problems never stop it: they are all in the result's diagnostics, and a document with a problem is in no farm.
  ///
  /// - Parameter progress: called now and then from the calling thread. Complexity: O(bytes), and O(n log n) in the
  ///   number of specs that are not sorted by hash.
  package static func load(
    _ paths: [String], options: Options = Options(), progress: (@Sendable (Progress) -> Void)? = nil
  ) -> LoadedDocuments {
    var search = DocumentSearch()
    search.search(paths)
    let files = search.files
    let usesFastPath = options.usesFastPath
    let next = Counter()
    let outcomes = OutcomeBox()
    Workers.run(min(max(options.threads, 1), max(files.count, 1))) { worker in
      var reader = DocumentReader(usesFastPath: usesFastPath)
      while let index = next.take(below: files.count) {
        reader.read(files[index])
        if worker == 0 && index % 64 == 0 { progress?(Progress(filesRead: index + 1, fileCount: files.count)) }
      }
      outcomes.append(reader.finish())
    }
    var loaded = LoadedDocuments()
    loaded.diagnostics = search.diagnostics
    loaded.gather(outcomes.take(), paths: paths)
    return loaded
  }
}

/// The number of the next file; every worker takes from it.
private final class Counter: Sendable {
  private let next = Atomic<Int>(0)

  func take(below limit: Int) -> Int? {
    let index = next.add(1, ordering: .relaxed).oldValue
    return index < limit ? index : nil
  }
}

/// Where workers leave what they have read.
private final class OutcomeBox: Sendable {
  private let outcomes = Mutex<[DocumentReader.Outcome]>([])

  func append(_ outcome: DocumentReader.Outcome) { outcomes.withLock { $0.append(outcome) } }

  func take() -> [DocumentReader.Outcome] {
    outcomes.withLock { outcomes in
      defer { outcomes = [] }
      return outcomes
    }
  }
}
