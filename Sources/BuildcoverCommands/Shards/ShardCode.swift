import Diagnostics

/// The codes of trouble with the parts of a farm that tasks work on.
enum ShardCode: String, DiagnosticCode {
  case foreignPart = "part/foreign"
  case changedDocument = "part/changed-document"
  case splitPackage = "part/split-package"
  case otherSnapshot = "part/other-snapshot"
  case acrossParts = "part/across-parts"
  case otherPart = "part/other-part"
  case upToDate = "part/up-to-date"

  var explanation: String {
    switch self {
    case .foreignPart:
      """
      Files that are merged must be parts of one whole: written by the same version of buildcover, and outcomes judged \
      with the same policies, options and day against the same survey, as shards of the same number. Otherwise the \
      merged result would be that of no farm. Write the part that differs again.
      """
    case .changedDocument:
      """
      A document is not as the survey saw it: it was changed, added or removed since. What the survey says of whole \
      stacks is then no longer true. Write the survey again, and then all outcomes.
      """
    case .splitPackage:
      """
      Two parts hold specs of the same package of the same snapshot. Counts of packages could not be added up then. All \
      documents of a package must be read by one task; `--shard K/N` splits by package name and sees to that.
      """
    case .otherSnapshot:
      """
      The parts of a farm are of the same snapshots. A survey of another snapshot says other things of its stacks, so \
      specs of different snapshots would be judged by each other's facts. A tree of several snapshots is surveyed as \
      one: every part of it knows all of them, and what is true of each is kept apart.
      """
    case .acrossParts:
      """
      What the policy asks depends on packages of other parts, and a survey sums up stacks, not packages. `check` passes \
      over such policies on a part and `merge` judges them on the whole; commands that answer for a part alone refuse \
      them, for a part's answer would look like that of the whole.
      """
    case .otherPart:
      "The package that was asked for belongs to another part of the farm than the one that was read."
    case .upToDate:
      """
      The output that was asked for is there, and was written from the same documents, policies and options, so nothing \
      was done. Delete the file to have it written again.
      """
    }
  }
}
