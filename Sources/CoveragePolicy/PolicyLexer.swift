/// Cuts policy text into tokens, one at a time, each with its place. Complexity: O(bytes) over a whole file.
struct PolicyLexer {
  private let source: PolicySource
  private var position: Int
  private var line = 1
  private var column = 1
  private var endOfLastToken: Int

  init(_ source: PolicySource) {
    self.source = source
    position = source.start
    endOfLastToken = -1
  }

  /// The next token; `.end` for ever once the text is used up.
  mutating func next() -> PolicyToken {
    while let width = blankWidth() { advance(width) }
    let isGlued = position == endOfLastToken
    var token = nextSolid()
    token.isGlued = isGlued
    endOfLastToken = position
    return token
  }

  private mutating func nextSolid() -> PolicyToken {
    guard let byte = byte(0) else { return token(.end, bytes: 0) }
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return newline()
    case UInt8(ascii: ","): return token(.comma, bytes: 1)
    case UInt8(ascii: ";"): return token(.semicolon, bytes: 1)
    case UInt8(ascii: "{"): return token(.openBrace, bytes: 1)
    case UInt8(ascii: "}"): return token(.closeBrace, bytes: 1)
    case UInt8(ascii: "#"): return comment()
    case UInt8(ascii: "\""): return text()
    default: return word()
    }
  }

  private mutating func newline() -> PolicyToken {
    let isPair = byte(0) == UInt8(ascii: "\r") && byte(1) == UInt8(ascii: "\n")
    let newline = token(.newline, bytes: isPair ? 2 : 1)
    line += 1
    column = 1
    return newline
  }

  private mutating func comment() -> PolicyToken {
    var length = 0
    while let byte = byte(length), !Self.isLineBreak(byte) { length += 1 }
    var comment = token(.comment, bytes: length)
    comment.value = source.text(of: comment.span.bytes)
    return comment
  }

  private mutating func text() -> PolicyToken {
    var value: [UInt8] = []
    var length = 1
    while let byte = byte(length), !Self.isLineBreak(byte) {
      length += 1
      if byte == UInt8(ascii: "\"") {
        var text = token(.text, bytes: length)
        text.value = String(decoding: value, as: UTF8.self)
        return text
      }
      if byte == UInt8(ascii: "\\"), let escaped = self.byte(length), Self.isEscapable(escaped) {
        value.append(escaped)
        length += 1
      } else {
        value.append(byte)
      }
    }
    return token(.unterminatedText, bytes: length)
  }

  private mutating func word() -> PolicyToken {
    var length = 0
    var hasCurlyApostrophe = false
    while let byte = byte(length), !Self.endsWord(byte), blankWidth(at: length) == nil {
      if isCurlyApostrophe(at: length) { hasCurlyApostrophe = true }
      length += 1
    }
    var word = token(.word, bytes: length)
    word.value = source.text(of: word.span.bytes)
    if hasCurlyApostrophe { word.value = word.value.replacing("\u{2019}", with: "'") }
    return word
  }

  private mutating func token(_ kind: PolicyToken.Kind, bytes length: Int) -> PolicyToken {
    let start = position
    let startColumn = column
    advance(length)
    let span = SourceSpan(
      bytes: start..<position, line: line, column: startColumn, length: max(1, column - startColumn))
    return PolicyToken(kind: kind, value: "", span: span, isGlued: false)
  }

  private mutating func advance(_ count: Int) {
    for _ in 0..<count {
      if source.bytes[position] & 0xC0 != 0x80 { column += 1 }
      position += 1
    }
  }

  private func byte(_ ahead: Int) -> UInt8? {
    position + ahead < source.bytes.count ? source.bytes[position + ahead] : nil
  }

  /// How many bytes the blank at hand has, or `nil` if there is none. No-break spaces count, for text is pasted from web
  /// pages.
  private func blankWidth(at ahead: Int = 0) -> Int? {
    switch byte(ahead) {
    case 0x20, 0x09, 0x0B, 0x0C: 1
    case 0xC2 where byte(ahead + 1) == 0xA0: 2
    case 0xE2 where byte(ahead + 1) == 0x80 && (byte(ahead + 2) == 0x87 || byte(ahead + 2) == 0xAF): 3
    default: nil
    }
  }

  private func isCurlyApostrophe(at ahead: Int) -> Bool {
    byte(ahead) == 0xE2 && byte(ahead + 1) == 0x80 && byte(ahead + 2) == 0x99
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func isEscapable(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") }

  /// Whether a byte cannot be part of an unquoted word; blanks are looked at apart.
  static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"),
      UInt8(ascii: "\""):
      true
    default: false
    }
  }
}
