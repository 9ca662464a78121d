import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmDocuments
import FarmModel

/// What `check --survey` makes of one part of a farm: everything that `merge` needs to write the reports of the whole.
struct PartialOutcome: Sendable {
  /// What all parts of one whole have in common.
  struct Request: Hashable, Sendable {
    /// Of the tool that wrote the part.
    var version: String
    var survey: SurveyIdentity
    /// `YYYY-MM-DD`.
    var today: String
    /// The options that decide what is judged, with their values.
    var options: [CommandOption.Name: [String]]
    var policies: [PolicyText]
  }

  /// A policy file or rule as it was read.
  struct PolicyText: Hashable, Sendable {
    var file: String
    var text: String
  }

  /// Documents that were read, with the farms that they make.
  struct Documents: Sendable {
    var pages: [FarmSurvey.Page] = []
    var diagnostics: [Diagnostic] = []
    var farms = FarmFragment()
    var locks: [StackLock] = []
  }

  /// The figures of one policy in one snapshot, of the packages of this part.
  struct Figures: Sendable {
    var snapshot: String
    var policy: String
    var tallies: Tallies
  }

  static let schema = "buildcover/outcome/2"
  /// The options of `check` that are recorded, for they change what is found.
  static let recordedOptions: [CommandOption.Name] = [
    .strict, .package, .stack, .snapshot, .allowIncomplete, .since, .index, .lock,
  ]

  var request: Request
  /// `nil` where the paths of the command line made the part.
  var shard: Shard?
  var documents: Documents
  /// Those of `--since`.
  var older: Documents?
  /// Of the policies whose figures add up (`Policy.addsUp`), judged against the survey of the whole.
  var figures: [Figures]
}

/// Which survey a part was judged against: its checksum, and how many pages it lists with the sum of their digests, so
/// that a merge can tell whether all of them are there.
struct SurveyIdentity: Hashable, Sendable {
  var checksum: String
  var pageCount: Int
  var pageSum: UInt64

  init(checksum: String, pageCount: Int, pageSum: UInt64) {
    self.checksum = checksum
    self.pageCount = pageCount
    self.pageSum = pageSum
  }

  init(_ survey: FarmSurvey, checksum: String) {
    self.init(
      checksum: checksum, pageCount: survey.pages.count, pageSum: SurveyIdentity.sum(of: survey.pages))
  }

  /// A number that is the same for the same pages in any order.
  static func sum(of pages: [FarmSurvey.Page]) -> UInt64 {
    pages.reduce(0) { sum, page in
      let digest = SealedText.digest(of: Array((page.path + "\0" + page.digest).utf8))
      return sum &+ (UInt64(digest.prefix(16), radix: 16) ?? 0)
    }
  }
}

extension PartialOutcome.Documents {
  /// Takes what is of this part: of a lock file, whose roots all parts have, only the specs of its packages.
  init(_ loaded: LoadedDocuments, shard: Shard?) {
    pages = loaded.documents.map { FarmSurvey.Page($0) }
    diagnostics = loaded.diagnostics
    farms = FarmFragment(loaded.farms)
    locks = loaded.locks.map { lock in
      var lock = lock
      if let shard { lock.nodes.removeAll { !shard.holds($0.package) } }
      return lock
    }
  }
}
