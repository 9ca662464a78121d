import Diagnostics

/// Something wrong at a place of a document that is known in bytes; it becomes a `Diagnostic` when the document has
/// been read.
struct DocumentProblem {
  var code: DocumentCode
  /// In bytes from the start; `nil` where the document as a whole is meant.
  var offset: Int?
  var length = 1
  var message: String
  var remark = ""
  var notes: [String] = []
  var help: String?
}

extension DocumentProblem {
  /// What a fault of the JSON reader is to the user.
  init(_ fault: JSONFault, in bytes: DocumentBytes) {
    self.init(
      code: DocumentProblem.code(of: fault), offset: fault.offset, length: fault.length,
      message: DocumentProblem.message(of: fault, in: bytes), remark: "expected \(fault.expected)",
      help: fault.reason == .unexpectedEnd ? "the document is cut off; fetch it again" : nil)
  }

  private static func code(of fault: JSONFault) -> DocumentCode {
    switch fault.reason {
    case .unexpectedEnd: .truncated
    case .invalidUTF8: .invalidUTF8
    case .controlCharacter: .controlCharacter
    case .tooDeep: .nestedTooDeep
    case .unexpected, .invalidEscape, .loneSurrogate, .invalidNumber: .invalidJSON
    }
  }

  private static func message(of fault: JSONFault, in bytes: DocumentBytes) -> String {
    switch fault.reason {
    case .unexpectedEnd: "the document ends here, but \(fault.expected) was expected"
    case .invalidUTF8: "found the byte \(hexadecimal(bytes[fault.offset])), which is no UTF-8 here"
    case .controlCharacter: "found the control character \(hexadecimal(bytes[fault.offset]))"
    case .tooDeep: "arrays and objects stand in each other deeper than \(JSONCursor.depthLimit) levels"
    case .invalidEscape: "found an escape that JSON does not have; expected \(fault.expected)"
    case .loneSurrogate: "found half of a surrogate pair; expected \(fault.expected)"
    case .invalidNumber: "found \(found(at: fault.offset, in: bytes)) in a number; expected \(fault.expected)"
    case .unexpected: "found \(found(at: fault.offset, in: bytes)); expected \(fault.expected)"
    }
  }

  private static func found(at offset: Int, in bytes: DocumentBytes) -> String {
    switch bytes[offset] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "the end of the line"
    case UInt8(ascii: "\t"): return "a tab"
    case UInt8(ascii: " "): return "a blank"
    case 0..<0x20: return "the control character \(hexadecimal(bytes[offset]))"
    default: return "`\(bytes.text(offset..<min(bytes.count, offset + max(1, bytes.scalarLength(at: offset)))))`"
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}
