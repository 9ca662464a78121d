import CoveragePolicy
package import Diagnostics
import FarmModel

extension Policy {
  /// What is to be said of the exceptions and waivers: those that match nothing, that nothing needs, that have expired.
  func clauseDiagnostics(_ clauses: PreparedClauses, expiredWaivers: Set<Int>, isNarrowed: Bool) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, pattern) in (exceptions.map(\.pattern) + waivers.map(\.pattern)).enumerated() {
      let isException = index < exceptions.count
      let waiver = index - exceptions.count
      let place = isException ? exceptions[index].place : waivers[waiver].place
      let words = "`\(isException ? "except" : "waive") \(pattern.text)`"
      if !isException, expiredWaivers.contains(waiver) {
        diagnostics.append(
          diagnostic(.expiredWaiver, .note, Wording.expired(words, waivers[waiver].until), place, Wording.renew))
      }
      if isNarrowed { continue }
      if !clauses.hasMatched[index] {
        let code: EngineDiagnosticCode = isException ? .unusedException : .unusedWaiver
        diagnostics.append(diagnostic(code, .warning, Wording.unused(words, name), place, Wording.correct))
      } else if !clauses.hasMatchedUncovered[index] {
        let code: EngineDiagnosticCode = isException ? .needlessException : .needlessWaiver
        diagnostics.append(diagnostic(code, .note, Wording.needless(words, name), place, Wording.delete))
      }
    }
    return diagnostics
  }

  /// Why a farm's documents cannot answer what the sentence asks; `nil` where they can.
  func unanswerable(by farm: Farm) -> Diagnostic? {
    for constraint in sentence.constraints where constraint.needsGraph && farm.dependencies == nil {
      do throws(SpecSyntaxError) {
        _ = try PreparedConstraint(constraint, for: farm)
      } catch {
        return Diagnostic(
          code: PolicyCode.unanswerableConstraint.rawValue, message: error.message,
          labels: place.map { [Diagnostic.Label(place: $0)] } ?? [], help: error.help)
      }
    }
    return nil
  }

  /// The policy had nothing to judge.
  func vacuous(_ tallies: Tallies) -> Diagnostic {
    diagnostic(.vacuous, .warning, Wording.vacuous(name, tallies), place, Wording.lookAtScopes)
  }

  /// The loss sentence has nothing to compare with.
  func withoutOlderFarm(_ sentence: LossSentence) -> Diagnostic {
    diagnostic(.vacuous, .warning, Wording.withoutOlder(name, sentence.since), place, Wording.giveOlder)
  }

  /// The policy asks for more cells than can be judged.
  func tooManyCells(_ count: Int) -> Diagnostic {
    diagnostic(.tooManyCells, .error, Wording.tooMany(name, count), place, Wording.bindTogether)
  }

  /// No snapshot that was read is one of which the policy speaks.
  package func judgedNowhere() -> Diagnostic {
    diagnostic(.judgedNowhere, .warning, Wording.nowhere(name), place, nil)
  }

  private func diagnostic(
    _ code: EngineDiagnosticCode, _ severity: Diagnostic.Severity, _ message: String, _ place: SourcePlace?,
    _ help: String?
  ) -> Diagnostic {
    Diagnostic(
      code: code.rawValue, severity: severity, message: message,
      labels: (place ?? self.place).map { [Diagnostic.Label(place: $0)] } ?? [], help: help)
  }
}

/// The wording of what is said of policies.
private enum Wording {
  static let correct = "correct the names, or delete the clause"
  static let delete = "delete the clause"
  static let renew = "build what is missing, or renew the waiver with a later date"
  static let lookAtScopes = "look at the `for` clauses and at what the documents record"
  static let bindTogether = "bind places together, as in `in every stack's configurations`, or narrow them by names"

  static let giveOlder = "give the older documents with `--since`, or a tree that holds the older snapshot"

  static func withoutOlder(_ policy: String, _ snapshot: String?) -> String {
    "`\(policy)` is vacuous: there is no \(snapshot.map { "snapshot \($0)" } ?? "older farm") to compare with"
  }

  static func expired(_ words: String, _ until: CalendarDate) -> String {
    "\(words) has expired on \(until): what it covered counts again"
  }

  static func unused(_ words: String, _ policy: String) -> String {
    "\(words) matches nothing that `\(policy)` requires"
  }

  static func needless(_ words: String, _ policy: String) -> String {
    "\(words) matches only what holds under `\(policy)` anyway"
  }

  static func vacuous(_ policy: String, _ tallies: Tallies) -> String {
    tallies.undetermined > 0
      ? "`\(policy)` is vacuous: none of its \(tallies.undetermined) \(tallies.required > 0 ? "cells" : "subjects") could be judged"
      : "`\(policy)` is vacuous: it had nothing to look at"
  }

  static func tooMany(_ policy: String, _ count: Int) -> String {
    let words = count == Int.max ? "more cells than can be counted" : "about \(count) cells"
    return "`\(policy)` requires \(words), and at most \(PreparedCoverage.cellLimit) can be judged"
  }

  static func nowhere(_ policy: String) -> String {
    "`\(policy)` speaks of none of the snapshots that were read"
  }
}

extension Sentence {
  /// The Spack constraints in it.
  fileprivate var constraints: [SpecConstraint] {
    switch self {
    case .coverage(let coverage):
      coverage.placements.compactMap { if case .constraint(let constraint) = $0 { constraint } else { nil } }
    case .prohibition(let prohibition):
      prohibition.conditions.compactMap { if case .constraint(let constraint) = $0 { constraint } else { nil } }
    case .count, .loss, .wanted: []
    }
  }
}
