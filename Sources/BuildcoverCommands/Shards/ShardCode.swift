import Diagnostics

/// The codes of trouble with the parts of a farm that tasks work on.
enum ShardCode: String, DiagnosticCode {
  case foreignPart = "part/foreign"
  case changedDocument = "part/changed-document"
  case splitPackage = "part/split-package"
  case wholeDocument = "part/whole-document"
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
    case .wholeDocument:
      """
      Buildcache indexes and lock files hold graphs of dependencies that go across packages, so they cannot be judged in \
      parts. Judge them in one run; package pages can be split.
      """
    case .upToDate:
      """
      The output that was asked for is there, and was written from the same documents, policies and options, so nothing \
      was done. Delete the file to have it written again.
      """
    }
  }
}
