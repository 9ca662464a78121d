import BuildPlanner
import CoverageEngine
import CoveragePolicy
import Diagnostics
import JobLists

extension CommandRunner {
  func runPlan() throws(CommandError) -> Int32 { 2 }
}
