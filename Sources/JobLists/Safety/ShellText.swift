/// Words for POSIX shells.
enum ShellText {
  /// A text as one word: plain where that is safe, else in single quotes.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): true
      default: "._/-".utf8.contains(byte)
      }
    }
    if isPlain, let first = text.utf8.first, first != UInt8(ascii: "-") { return text }
    // By scalars: as a Character, a quote with a combining mark behind it would not be a quote.
    return "'" + text.unicodeScalars.map { $0 == "'" ? #"'\''"# : String($0) }.joined() + "'"
  }
}
