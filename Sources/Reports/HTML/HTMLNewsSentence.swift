import CoverageEngine

/// The first line of the page.
struct HTMLNewsSentence {
  /// For the window: short, with the name of the snapshot.
  let title: String
  /// How much of what is wanted is there.
  let headline: String

  init(_ input: HTMLReportInput) {
    let news = input.news
    headline = HTMLNewsSentence.headline(news, input)
    let missing = news.wanted - news.covered
    let brief = news.wanted == 0 ? "" : missing == 0 ? "all wanted builds" : "\(missing) of \(news.wanted) missing"
    title = [input.outcome.snapshot, brief, "buildcover"].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func headline(_ news: HTMLNews, _ input: HTMLReportInput) -> String {
    let violations = input.outcome.policies.reduce(0) { $0 + $1.tallies.violations }
    if !input.isComplete { return "Some documents could not be read; what follows is judged without them." }
    if input.outcome.policies.isEmpty { return "No policy was checked." }
    if news.wanted == 0 {
      return violations == 0
        ? "Nothing was found." : "\(grouped(violations)) \(violations == 1 ? "finding" : "findings")."
    }
    if news.covered == news.wanted {
      return news.wanted == 1
        ? "The one build that is wanted is there." : "All \(grouped(news.wanted)) wanted builds are there."
    }
    let share = percentage(news.covered, of: news.wanted)
    return "\(grouped(news.covered)) of \(grouped(news.wanted)) wanted builds are there (\(share))."
  }

  /// With one decimal, rounded down, so that only everything is 100.0%.
  static func percentage(_ part: Int, of whole: Int) -> String {
    let tenths = whole == 0 ? 0 : Int(Double(part) / Double(whole) * 1000)
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// Digits in groups of three: `86,204`.
  static func grouped(_ number: Int) -> String {
    var text = ""
    let digits = Array(String(number))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0, digits[index - 1] != "-" { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
