import CoverageEngine
import CoveragePolicy
import FarmModel

/// The engine and brute force say the same of a small farm and a policy that the input chooses.
func judgeTwice(_ bytes: [UInt8]) {
  guard bytes.count >= 6, let today = CalendarDate("2026-11-20") else { return }
  let sentences = Sentences.coverage + Sentences.others
  let clauses = Sentences.clauses + Sentences.stackClauses + Sentences.versionClauses
  let number = Int(bytes[0]) << 8 | Int(bytes[1])
  let text = [sentences[number % sentences.count]] + clauses[Int(bytes[2]) % clauses.count]
  let parsed = PolicyParser.parseRule(text.joined(separator: "; "))
  guard let policy = parsed.policies.first else { return }
  var generator = SeededGenerator(seed: bytes.dropFirst(3).prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
  let specs = RandomFarm.specs(&generator)
  let older = RandomFarm.specs(&generator)
  var options = JudgingOptions(today: today)
  options.older = Farm(snapshot: "older", specs: older)
  let outcome = SnapshotJudge.judge(
    Farm(snapshot: "develop", specs: specs), policies: [policy], documentCount: 1, options: options)
  guard let judged = outcome.policies.first else { return }
  let expected = NaiveEngine(farm: NaiveFarm(specs: specs), today: today).judge(policy, since: NaiveFarm(specs: older))
  precondition(NaiveEngine.Result(judged) == expected, "\(policy.text)\n\(specs)\n\(expected)")
}
