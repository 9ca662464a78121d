import BuildPlanner
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
}
enum FormatsHelp { static func text() -> String { "" } }
