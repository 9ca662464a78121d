import Diagnostics
package import FarmModel

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
    /// Whether the farms are to have hashes, which nobody may ask for otherwise; the result does not depend on it but
    /// for these. Documents whose specs must be compared by their hashes are read twice where it is `false`.
    package var keepsHashes = true
    /// Whether the farms are to have variants, which nobody may ask for otherwise. They are left out only where hashes
    /// are, too; then bodies that differ in nothing else are one.
    package var keepsVariants = true
    /// The part of the packages that is read; `nil` for all.
    package var shard: Shard?
    /// Whether the digests of documents are taken.
    package var takesDigests = false
    /// Whether the documents may be a part of a farm, so that nothing is said that only the whole can tell.
    package var isPart = false
    /// Whether documents are only listed with their digests, and their specs not read.
    package var listsOnly = false
    /// How many names, lists and specs are numbered; more are an error.
    package var numberLimit = NumberLimit.standard

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

    /// Leaves nothing out.
    mutating func keepAll() { (keepsHashes, keepsVariants) = (true, true) }
  }

  /// How far the reading is.
  package struct Progress: Hashable, Sendable {
    /// How many files have been read; how many there are is not known before all directories are listed.
    package var filesRead: Int
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
    var options = options
    let arguments = options.indexStacks.map(\.path) + options.lockStacks.map(\.path) + paths
    // Standard input is read only once.
    if arguments.contains("-") { options.keepAll() }
    var search = DocumentSearch()
    search.begin(arguments)
    var outcomes: [DocumentReader.Outcome] = []
    var links = search.links
    var isLimited = arguments.count > 1
    while true {
      let queue = SearchQueue(items: search.items, visited: search.visited, isLimited: isLimited)
      var found = read(queue, options, progress)
      links.append(contentsOf: found.flatMap(\.links))
      let visited = links.isEmpty ? [] : found.flatMap(\.identities)
      for index in found.indices { found[index].forgetSearch() }
      outcomes.append(contentsOf: found)
      if links.isEmpty { break }
      search.follow(links, visited: visited)
      links = []
      isLimited = true
    }
    var loaded = LoadedDocuments()
    loaded.diagnostics = search.faults.map { .about($0.fault, path: $0.path) }
    loaded.diagnostics += outcomes.placeIndexes(options)
    loaded.gather(outcomes, paths: arguments, covered: search.covered, options)
    if !loaded.lacksHashes { return loaded }
    options.keepAll()
    return load(paths, options: options, progress: progress)
  }

  /// Reads all items of a queue; returns what each worker has read.
  private static func read(
    _ queue: SearchQueue, _ options: Options, _ progress: (@Sendable (Progress) -> Void)?
  ) -> [DocumentReader.Outcome] {
    if queue.items.isEmpty { return [] }
    let threads = min(max(options.threads, 1), queue.items.count)
    return Workers.map(threads) { worker in
      var reader = DocumentReader(options)
      reader.pages.builder.reserveSpecs()
      while !reader.pages.lacksHashes, let item = queue.take() {
        reader.read(item, of: queue)
        if worker == 0 { progress?(Progress(filesRead: queue.fileCount)) }
      }
      return reader.finish()
    }
  }
}
