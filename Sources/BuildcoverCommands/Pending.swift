import BuildPlanner
enum JobListFormat: String, CaseIterable { case text, json, csv, markdown, gitlab, github, spack, slurm, shell }
extension CommandRunner {
  func runShow() throws(CommandError) -> Int32 { 2 }
  func runWhy() throws(CommandError) -> Int32 { 2 }
  func runDiff() throws(CommandError) -> Int32 { 2 }
  func runTrend() throws(CommandError) -> Int32 { 2 }
  func runDuplicates() throws(CommandError) -> Int32 { 2 }
  func runCauses() throws(CommandError) -> Int32 { 2 }
  func runSurvey() throws(CommandError) -> Int32 { 2 }
  func runSurveyMerge() throws(CommandError) -> Int32 { 2 }
  func runMerge() throws(CommandError) -> Int32 { 2 }
  func plan(_ run: JudgingRun) throws(CommandError) -> [Plan] { [] }
}
import CoveragePolicy
import Diagnostics
import FarmModel
enum PolicyNameCheck { static func diagnose(policies: [Policy], farms: [Farm]) -> [Diagnostic] { [] } }
enum PolicyFormatter {
  static func format(file: String, bytes: [UInt8]) -> (text: String?, diagnostics: [Diagnostic]) { (nil, []) }
}
enum FormalReading { static func lines(of: Policy) -> [String] { [] } }
enum FormatsHelp { static func text() -> String { "" } }
extension CommandRunner {
  func jobListOptions() throws(CommandError) -> Int { 0 }
  func planReport(_ run: JudgingRun, plans: [Plan], options: Int) -> Int { 0 }
}
extension JobListFormat { func files(for: Int) -> String { "" } }
