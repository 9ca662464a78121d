import CoverageEngine
import CoveragePolicy
import FarmModel

/// The page around the data: one file with everything in it, for a browser that allows it nothing but itself.
struct HTMLPage {
  let input: HTMLReportInput

  func write(to output: inout some TextOutputStream) {
    let style = HTMLStyle.text
    let script = HTMLScript.text
    let news = HTMLNewsSentence(input)
    output.write(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(HTMLPage.policy(style: style, script: script))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="\(XMLText.safe("buildcover " + input.toolVersion))">
      <title>\(XMLText.safe(news.title))</title>
      <style>
      """)
    output.write(style)
    output.write(
      """
      </style>
      </head>
      <body>
      <a class="skip" id="skip" href="#view=policies">Skip to the report</a>
      <header class="masthead" id="masthead">
      <p class="imprint"><span class="wordmark">buildcover</span> <bdi>\(XMLText.safe(input.outcome.snapshot))</bdi> \
      <time datetime="\(input.today)">\(input.today)</time></p>
      <h1>\(XMLText.safe(news.headline))</h1>
      </header>
      <main id="main" tabindex="-1"><noscript><p>The tables of this report are drawn by its own script, which this \
      browser does not run. Nothing is fetched from anywhere.</p></noscript></main>
      <script type="application/json" id="data">
      """)
    output.write(HTMLPageData(input: input).json())
    output.write("</script>\n<script>")
    output.write(script)
    output.write("</script>\n</body>\n</html>\n")
  }

  /// The content security policy: nothing but this very style and script, and pictures that stand in the page.
  private static func policy(style: String, script: String) -> String {
    func source(_ text: String) -> String {
      "'sha256-\(PackedBytes.base64(SHA256Digest.digest(of: Array(text.utf8))))'"
    }
    return "default-src 'none'; style-src \(source(style)); script-src \(source(script)); img-src data:; "
      + "base-uri 'none'; form-action 'none'"
  }
}
