extension CommandRunner {
  func runSurvey() throws(CommandError) -> Int32 { 2 }
  func runSurveyMerge() throws(CommandError) -> Int32 { 2 }
  func runMerge() throws(CommandError) -> Int32 { 2 }
}
enum FormatsHelp { static func text() -> String { "" } }
