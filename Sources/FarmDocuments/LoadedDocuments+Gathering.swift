import Diagnostics
package import FarmModel

extension LoadedDocuments {
  /// Puts together what the workers have read.
  mutating func gather(
    _ outcomes: [DocumentReader.Outcome], paths: [String], covered: Set<Int>, _ options: DocumentLoader.Options
  ) {
    let read = outcomes.flatMap(\.documents)
    // Numbers are sorted and not documents, which are many words to move.
    documents = read.indices.sorted { NameTable.precedes(read[$0].path, read[$1].path) }.map { read[$0] }
    rejectedDocuments = outcomes.flatMap(\.rejectedDocuments).sorted(by: NameTable.precedes)
    otherSnapshots = NameTable(outcomes.flatMap(\.otherSnapshots)).names
    otherFileCount = outcomes.reduce(0) { $0 + $1.otherFileCount }
    diagnostics.append(contentsOf: outcomes.flatMap(\.diagnostics))
    reportEmptyArguments(paths, found: outcomes.reduce(into: covered) { $0.formUnion($1.arguments) })
    lacksHashes = outcomes.contains(where: \.lacksHashes)
    let isFull = outcomes.contains(where: \.isFull)
    if isFull { diagnostics.append(.about(FarmTooLarge(limit: options.numberLimit))) }
    take(
      isFull ? [] : outcomes.map(\.fragment), locks: outcomes.flatMap(\.locks), limit: options.numberLimit,
      isWhole: !options.isPart && options.shard == nil)
    // Pages of other parts were passed over, but an index brings all packages.
    if let shard = options.shard { farms = farms.map { $0.dependencies == nil ? $0 : $0.limited(to: shard) } }
  }

  /// Makes the farms of fragments, and takes lock files.
  ///
  /// - Parameters:
  ///   - limit: how many of anything are numbered.
  ///   - isWhole: whether these are all documents, so that it can be told what none of them mentions.
  package mutating func take(
    _ fragments: [FarmFragment], locks: [StackLock], limit: Int = NumberLimit.standard, isWhole: Bool = true
  ) {
    take(fragments, limit: limit)
    self.locks = locks.sorted { first, second in
      NameTable.isSame(first.stack, second.stack)
        ? NameTable.precedes(first.path, second.path) : NameTable.precedes(first.stack, second.stack)
    }
    if isWhole {
      reportUnknownStacks()
      reportBuildsElsewhere()
    }
    diagnostics.sort(by: Diagnostic.inPrintingOrder)
  }

  /// Makes the farms of fragments, and puts all diagnostics in order. Complexity: O(n log n) in the number of specs.
  private mutating func take(_ fragments: [FarmFragment], limit: Int = NumberLimit.standard) {
    do throws(FarmTooLarge) {
      let assembly = try FarmAssembly(fragments, limit: limit)
      farms = assembly.farms
      lacksHashes = lacksHashes || assembly.lacksHashes
      diagnostics.append(contentsOf: assembly.contradictions.map { Diagnostic.about($0) })
      removeFarmsTooBroad()
    } catch {
      diagnostics.append(.about(error))
    }
    diagnostics.sort(by: Diagnostic.inPrintingOrder)
  }

  /// Takes out farms in which a package has more than can be judged. Nothing of such a farm is judged, for the package
  /// must not look as if it were missing.
  private mutating func removeFarmsTooBroad() {
    farms.removeAll { farm in
      guard let package = farm.firstTooBroadPackage() else { return false }
      diagnostics.append(.tooBroad(farm.packages[package], in: farm))
      return true
    }
  }

  private mutating func reportEmptyArguments(_ paths: [String], found: Set<Int>) {
    let troubled = Set(diagnostics.compactMap { $0.place?.file })
    for (argument, path) in paths.enumerated() where !found.contains(argument) && !troubled.contains(path) {
      let prefix = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
      if found.contains(where: { paths[$0].utf8.starts(with: prefix.utf8) }) { continue }
      diagnostics.append(
        Diagnostic(
          code: DocumentCode.noneFound.rawValue, message: "there is no document here",
          labels: [Diagnostic.Label(place: SourcePlace(file: path))],
          help: "give package pages (`specs.md`), buildcache indexes (`index.json`) or a directory that holds some"))
    }
  }
}

extension Diagnostic {
  /// More than can be numbered.
  fileprivate static func about(_ error: FarmTooLarge) -> Diagnostic {
    Diagnostic(
      code: DocumentCode.tooMany.rawValue,
      message: "the documents hold more than \(error.limit) specs, names or lists, and not so many are numbered",
      help: "read one snapshot at a time")
  }

  /// A package with more than can be judged.
  fileprivate static func tooBroad(_ package: String, in farm: Farm) -> Diagnostic {
    Diagnostic(
      code: DocumentCode.tooMany.rawValue,
      message: "`\(package)` in \(farm.snapshot) has so many different builds in so many versions, stacks and targets "
        + "that it cannot be judged: their product is more than \(Farm.rowBitLimit)",
      help: "look at the documents of the package; no real farm has a thousandth of it")
  }

  /// Two descriptions of one spec that disagree.
  static func about(_ contradiction: SpecContradiction) -> Diagnostic {
    let differences = contradiction.differences.map {
      "\($0.attribute.rawValue) `\($0.second)` here and `\($0.first)` there"
    }
    return Diagnostic(
      code: DocumentCode.contradiction.rawValue,
      message: "`\(contradiction.package)` with the hash `\(contradiction.hash)` has "
        + differences.joined(separator: ", "),
      labels: [label(contradiction.second, remark: "here"), label(contradiction.first, remark: "there")],
      help: "read only documents that were written at the same time")
  }

  /// A label at a place that assembling has named; the document is read again to find its line and column.
  private static func label(_ place: SpecContradiction.Place, remark: String) -> Diagnostic.Label {
    let file = Diagnostic.Label(place: SourcePlace(file: place.path), remark: remark)
    guard place.path != "-", let descriptor = try? SystemCalls.open(place.path) else { return file }
    defer { SystemCalls.close(descriptor) }
    let buffer = DocumentBuffer()
    guard (try? buffer.read(descriptor, limit: DocumentLoader.documentLimit)) != nil, place.offset < buffer.count else {
      return file
    }
    return buffer.bytes.label(file: place.path, offset: place.offset, length: 32, remark: remark)
  }
}
