/// One test case.
struct JUnitCase {
  /// How it went.
  enum Result {
    case passed
    case passedWithOutput(String)
    case skipped(String)
    case failed(message: String, type: String, text: String)
    case error(message: String, type: String)
  }

  var className: String
  var name: String
  var result: Result

  func write(to output: inout some TextOutputStream) {
    output.write(
      "    <testcase classname=\"\(XMLText.safe(className))\" name=\"\(XMLText.safe(name))\" time=\"0\"")
    guard let content else {
      output.write("/>\n")
      return
    }
    output.write(">\n      \(content)\n    </testcase>\n")
  }

  private var content: String? {
    switch result {
    case .passed: nil
    case .passedWithOutput(let text): "<system-out>\(XMLText.safeLines(text))</system-out>"
    case .skipped(let reason): "<skipped message=\"\(XMLText.safe(reason))\"/>"
    case .failed(let message, let type, let text):
      "<failure message=\"\(XMLText.safe(message))\" type=\"\(type)\">\(XMLText.safeLines(text))</failure>"
    case .error(let message, let type):
      "<error message=\"\(XMLText.safe(message))\" type=\"\(XMLText.safe(type))\"/>"
    }
  }
}
