import Testing

@testable import CoveragePolicy

/// A policy text with one mistake, and what is said about it.
struct PolicyMistake: Sendable, CustomTestStringConvertible {
  var code: PolicyCode
  /// With marks around what the diagnostic points at.
  var marked: String
  /// Something that the diagnostic says in its message, remark or help.
  var says: String = ""

  var testDescription: String { "\(code.rawValue): \(marked)" }

  init(_ code: PolicyCode, _ marked: String, says: String = "") {
    self.code = code
    self.marked = marked
    self.says = says
  }

  /// A mistake in a clause of a policy that is otherwise valid.
  static func clause(_ code: PolicyCode, _ clause: String, says: String = "") -> PolicyMistake {
    PolicyMistake(code, "policy a {\n  every version built in every stack\n  \(clause)\n}", says: says)
  }

  static let all: [PolicyMistake] = sentences + values + clauses + structure

  private static let sentences: [PolicyMistake] = [
    PolicyMistake(.unexpectedWord, "every ⟦verson⟧ built in every stack", says: "write `version`"),
    PolicyMistake(.unexpectedWord, "⟦evry⟧ version built in every stack", says: "write `every`"),
    PolicyMistake(.unexpectedWord, "every version ⟦build⟧ in every stack", says: "write `built`"),
    PolicyMistake(.unexpectedWord, "every version built⟦⟧", says: "`in`, `on` or `with` is expected"),
    PolicyMistake(.unexpectedWord, "every version built in⟦⟧", says: "is expected"),
    PolicyMistake(.unexpectedWord, "every version built ⟦every⟧ stack"),
    PolicyMistake(.unexpectedWord, "every version built in ⟦e4s⟧", says: "stands after its kind"),
    PolicyMistake(.unexpectedWord, "every version built in every ⟦stck⟧", says: "write `stack`"),
    PolicyMistake(.unexpectedWord, "every version built in every stack's ⟦target⟧", says: "write `targets`"),
    PolicyMistake(.unexpectedWord, "every version built in every stacks ⟦targets⟧", says: "every stack's targets"),
    PolicyMistake(.unexpectedWord, "every version built in ⟦+mpi⟧", says: "`with +mpi`"),
    PolicyMistake(.unexpectedWord, "every version built in stacks a, b and ⟦c⟧", says: "separate names with commas"),
    PolicyMistake(.unexpectedWord, "every version built in every stack in the ⟦fram⟧", says: "write `farm`"),
    PolicyMistake(.unexpectedWord, "every version built in stacks a ⟦b⟧"),
    PolicyMistake(.unexpectedWord, "every locked ⟦roots!⟧ built", says: "`root`"),
    PolicyMistake(.unexpectedWord, "the ⟦newest⟧ version built in every stack", says: "`latest`"),
    PolicyMistake(.unexpectedWord, "versions ⟦@1:⟧ built in every stack", says: "every version @1:"),
    PolicyMistake(.unexpectedWord, "at ⟦mots⟧ 1 build per stack", says: "write `most`"),
    PolicyMistake(.unexpectedWord, "at most 1 build per stack, ⟦tagret⟧", says: "write `target`"),
    PolicyMistake(.unexpectedWord, "exactly 1 ⟦oss⟧ per stack"),
    PolicyMistake(.unexpectedWord, "no ⟦orphan⟧ builds", says: "`orphaned`"),
    PolicyMistake(.unexpectedWord, "no builds with ⟦unrecored⟧ compilers", says: "write `unrecorded`"),
    PolicyMistake(.unexpectedWord, "no builds with versions ⟦1.0⟧", says: "`@=1.2`"),
    PolicyMistake(.unexpectedWord, "no version ⟦gone⟧", says: "`lost`"),
    PolicyMistake(.reservedWord, "every version built in stacks ⟦built⟧", says: "\"built\""),
    PolicyMistake(.unterminatedText, "every version built in stacks ⟦\"a, b⟧", says: "ends with"),
    PolicyMistake(.runnableWithoutTargets, "every version ⟦runnable⟧ in every stack", says: "every stack's targets"),
    PolicyMistake(.runnableNeedsNames, "every version runnable on ⟦at least 2 targets⟧", says: "of x86_64_v3"),
    PolicyMistake(.mainNeedsTargets, "every version built on every stack's main ⟦oses⟧", says: "main targets"),
    PolicyMistake(.unreachableNumber, "every version built on at least ⟦3⟧ targets of a, b", says: "never"),
  ]

  private static let values: [PolicyMistake] = [
    PolicyMistake(.malformedNumber, "the latest ⟦0⟧ versions built in every stack", says: "from 1"),
    PolicyMistake(.malformedNumber, "at least ⟦0⟧ stacks per package", says: "from 1"),
    PolicyMistake(.malformedNumber, "at most ⟦99999999999999999999⟧ stacks per package", says: "1000000"),
    PolicyMistake(.malformedNumber, "at most ⟦two⟧ stacks per package"),
    PolicyMistake(.malformedRange, "every version @⟦⟧ built in every stack"),
    PolicyMistake(.malformedConstraint, "every version built with ⟦+⟧ in every stack"),
    PolicyMistake(.unanswerableConstraint, "every version built with ⟦cflags=-O3⟧ in every stack"),
    PolicyMistake(.malformedName, "every version built in stacks ⟦a[b⟧", says: "[a-z]"),
    PolicyMistake(.malformedName, "every version built in stacks ⟦\"\"⟧", says: "empty"),
    PolicyMistake(.malformedName, "versions 1.0, ⟦2.*⟧ built in every stack", says: "@1.2"),
    PolicyMistake(.malformedName, "every version built with compilers ⟦gcc@11:⟧", says: "with %gcc@11:"),
    PolicyMistake(.compilerWithoutVersion, "every version built with compilers ⟦gcc⟧", says: "gcc@*"),
    PolicyMistake(.repeatedName, "every version built in stacks a, b, ⟦a⟧", says: "twice"),
    PolicyMistake(.repeatedName, "at most 1 os per stack and ⟦stack⟧", says: "twice"),
  ]

  private static let clauses: [PolicyMistake] = [
    .clause(.unexpectedWord, "⟦sevrity⟧ note", says: "write `severity`"),
    .clause(.unexpectedWord, "severity ⟦warn⟧", says: "`warning`"),
    .clause(.unexpectedWord, "for ⟦e4s⟧", says: "what kind of name"),
    .clause(.unexpectedWord, "because ⟦it⟧ is so", says: "straight quotes"),
    .clause(.unexpectedWord, "waive stacks a until ⟦because⟧ \"x\"", says: "date"),
    .clause(.malformedName, "for packages ⟦hdf5@1.2⟧", says: "with versions @1.12:"),
    .clause(.malformedDate, "waive stacks a until ⟦2027-02-29⟧ because \"x\"", says: "calendar"),
    .clause(.malformedPercentage, "passing at ⟦101%⟧", says: "99.5%"),
    .clause(.malformedPercentage, "passing at ⟦0%⟧", says: "99.5%"),
    .clause(.malformedPercentage, "passing at ⟦50⟧", says: "99.5%"),
    .clause(.waiverWithoutDate, "waive stacks a ⟦because⟧ \"x\"", says: "until"),
    .clause(.missingReason, "waive stacks a until 2027-01-31⟦⟧", says: "because"),
    .clause(.missingReason, "waive stacks a until 2027-01-31 because ⟦\" \"⟧", says: "empty"),
    .clause(.patternBeyondSentence, "for ⟦targets⟧ x86_64", says: "this speaks of packages, versions and stacks"),
    .clause(.patternBeyondSentence, "waive packages a with ⟦compilers⟧ gcc@* until 2027-01-31 because \"x\""),
    .clause(.duplicateClause, "severity note\n  ⟦severity error⟧", says: "twice"),
    .clause(.duplicateClause, "for packages a in stacks b in ⟦stacks⟧ c", says: "twice"),
    PolicyMistake(.patternBeyondSentence, "exactly 1 os per stack; waive ⟦packages⟧ a until 2027-01-31 because \"x\""),
    PolicyMistake(.patternBeyondSentence, "no package lost; for ⟦versions⟧ 1.0"),
    PolicyMistake(.passingNeedsCoverage, "no orphaned builds; ⟦passing at 5%⟧", says: "coverage"),
  ]

  private static let structure: [PolicyMistake] = [
    PolicyMistake(.nothingInFile, "⟦⟧"),
    PolicyMistake(.nothingInFile, "⟦⟧# only a comment\n"),
    PolicyMistake(.unexpectedWord, "policy a⟦⟧\n  no orphaned builds\n}", says: "`{` is expected"),
    PolicyMistake(.unexpectedWord, "policy ⟦{⟧\n  no orphaned builds\n}", says: "the name of the policy"),
    PolicyMistake(.unclosedBlock, "⟦policy a⟧ {\n  no orphaned builds\n", says: "still open"),
    PolicyMistake(.unclosedBlock, "⟦policy a⟧ {\n  no orphaned builds\npolicy b {\n  no package lost\n}", says: "open"),
    PolicyMistake(.strayBrace, "no orphaned builds\n⟦}⟧", says: "closes nothing"),
    PolicyMistake(.strayBrace, "⟦{⟧\nno orphaned builds", says: "expected"),
    PolicyMistake(.nameNotKebabCase, "policy ⟦My_Policy⟧ {\n  no orphaned builds\n}", says: "write `my-policy`"),
    PolicyMistake(.duplicateName, "no package lost\n⟦no package lost⟧", says: "first here"),
    PolicyMistake(.noSentence, "⟦policy a⟧ {\n  severity note\n}", says: "one sentence"),
    PolicyMistake(.twoSentences, "policy a {\n  no package lost\n  ⟦no orphaned builds⟧\n}", says: "the first"),
    PolicyMistake(.clauseOutsideBlock, "no package lost\n⟦severity⟧ note", says: "`;`"),
    PolicyMistake(.unexpectedWord, "# é\r\n\tevery ⟦verson⟧ built in every stack\r\n", says: "version"),
    PolicyMistake(.unexpectedWord, "\u{FEFF}every ⟦verson⟧ built in every stack", says: "version"),
  ]
}
