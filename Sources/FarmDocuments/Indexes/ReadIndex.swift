import Diagnostics
import FarmModel

/// An index that was read, and whose snapshot and stack are not known yet, for they are told by all files together.
struct ReadIndex: Sendable {
  /// Where the index itself stands, as its runs name it.
  var path: String
  /// Which of the user's arguments it was found for.
  var argument: Int
  var document: ReadDocument

  /// Stands for the stack of an index until it is known; no stack has such a name.
  static func placeholder(for path: String) -> String { "\0" + path }
}

extension [DocumentReader.Outcome] {
  /// The snapshot of documents that belong to no other and tell none.
  private static var unnamedSnapshot: String { "unnamed" }

  /// Gives indexes their snapshots and stacks. Where an index's path tells no snapshot, it is that of all other
  /// documents; where these are of several, or where the stack is not known, the index is left out, with an error.
  mutating func placeIndexes(_ options: DocumentLoader.Options) -> [Diagnostic] {
    let indexes = flatMap(\.indexes)
    if indexes.isEmpty { return [] }
    let listed = reduce(into: [String: DocumentPlaces.Place]()) { $0.merge($1.listedPlaces) { first, _ in first } }
    let places = DocumentPlaces(indexes, options: options, listed: listed)
    let known = indexes.map { places.place(of: $0) }
    var snapshots = Set(flatMap { $0.documents.filter { $0.kind == .page }.map(\.snapshot) })
    snapshots.formUnion(known.compactMap { $0?.snapshot })
    let common = snapshots.count > 1 ? nil : snapshots.first ?? Self.unnamedSnapshot
    var found: [String: DocumentPlaces.Place] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, place) in zip(indexes, known) {
      if let place, let snapshot = place.snapshot ?? common {
        found[index.path] = DocumentPlaces.Place(snapshot: snapshot, stack: place.stack)
      } else {
        diagnostics.append(.misplaced(index, hasStack: place != nil, snapshots: snapshots.count))
      }
    }
    for outcome in indices { self[outcome].place(found) }
    return diagnostics
  }
}

extension DocumentReader.Outcome {
  fileprivate mutating func place(_ places: [String: DocumentPlaces.Place]) {
    for index in indexes {
      guard let place = places[index.path], let snapshot = place.snapshot else {
        rejectedDocuments.append(index.document.path)
        continue
      }
      var document = index.document
      document.snapshot = snapshot
      document.subject = place.stack
      documents.append(document)
    }
    let paths = Set(indexes.map(\.path))
    fragment.runs.removeAll { $0.firstRecord != nil && places[$0.path] == nil && paths.contains($0.path) }
    for run in fragment.runs.indices where fragment.runs[run].firstRecord != nil {
      if let snapshot = places[fragment.runs[run].path]?.snapshot { fragment.runs[run].snapshot = snapshot }
    }
    let names = Dictionary(places.map { (ReadIndex.placeholder(for: $0.key), $0.value.stack) }) { first, _ in first }
    for stack in fragment.stacks.indices {
      if let name = names[fragment.stacks[stack]] { fragment.stacks[stack] = name }
    }
  }
}

extension Diagnostic {
  fileprivate static func misplaced(_ index: ReadIndex, hasStack: Bool, snapshots: Int) -> Diagnostic {
    if !hasStack { return .unknownStack(of: index.document.path, help: "give it with `--index STACK=FILE`") }
    return Diagnostic(
      code: DocumentCode.unknownSnapshot.rawValue,
      message: "the path does not tell the snapshot, and documents of \(snapshots) snapshots are read",
      labels: [Diagnostic.Label(place: SourcePlace(file: index.document.path))],
      help: "keep it as SNAPSHOT/STACK/build_cache/index.json, or read one snapshot only")
  }
}
