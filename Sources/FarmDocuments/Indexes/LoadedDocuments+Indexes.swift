import Diagnostics
import FarmModel

extension LoadedDocuments {
  /// Warns of lock files whose stack nothing mentions.
  mutating func reportUnknownStacks() {
    for lock in locks where !farms.contains(where: { $0.stacks.number(of: lock.stack) != nil }) {
      diagnostics.append(
        Diagnostic(
          code: DocumentCode.unknownLockStack.rawValue, severity: .warning,
          message: "the lock file is of the stack `\(lock.stack)`, which no document mentions",
          labels: [Diagnostic.Label(place: SourcePlace(file: lock.path))],
          help: "read the stack's index or pages too, or give `--lock STACK=FILE`"))
    }
  }

  /// Says once for each snapshot how many specs its stacks list that nothing loaded has built, where the root index,
  /// which would tell, was not read.
  mutating func reportBuildsElsewhere() {
    for farm in farms {
      let indexes = documents.filter { $0.kind == .index && NameTable.isSame($0.snapshot, farm.snapshot) }
      guard let first = indexes.first, let graph = farm.dependencies,
        !indexes.contains(where: { NameTable.isSame($0.subject, Farm.aggregateStack) })
      else { continue }
      let count = graph.holeCount
      if count == 0 { continue }
      diagnostics.append(
        Diagnostic(
          code: DocumentCode.builtElsewhere.rawValue, severity: .warning,
          message: "\(count) specs of the indexes of `\(farm.snapshot)` are in no build cache that was read, and the "
            + "snapshot's root index was not read",
          labels: [Diagnostic.Label(place: SourcePlace(file: first.path))],
          help: "read the root index too; without it they count as not built"))
    }
  }
}
