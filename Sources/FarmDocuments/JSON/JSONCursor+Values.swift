extension JSONCursor {
  /// Reads a number if it is a whole one in the range of `Int`; passes over any other number and returns `nil`.
  mutating func readInteger() throws(JSONFault) -> Int? {
    let start = offset
    try skipNumber()
    guard offset - start <= 19 else { return nil }
    var value = 0
    var place = bytes[start] == UInt8(ascii: "-") ? start + 1 : start
    while place < offset {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isSumTooLarge) = product.addingReportingOverflow(Int(bytes[place] - UInt8(ascii: "0")))
      if isTooLarge || isSumTooLarge { return nil }
      value = sum
      place += 1
    }
    return bytes[start] == UInt8(ascii: "-") ? -value : value
  }

  /// Reads `true` or `false`.
  mutating func readBoolean() throws(JSONFault) -> Bool {
    let isTrue = bytes[offset] == UInt8(ascii: "t")
    try skip(isTrue ? "true" : "false")
    return isTrue
  }

  /// Passes over a value of any kind, and checks it in full. Complexity: O(length).
  mutating func skipValue() throws(JSONFault) {
    switch peekKind() {
    case .string: _ = try readString()
    case .number: try skipNumber()
    case .boolean: _ = try readBoolean()
    case .null: try skip("null")
    case .array: try skipArray()
    case .object: try skipObject()
    case .none: throw fault(expected: "a value")
    }
  }

  private mutating func skipArray() throws(JSONFault) {
    try enterArray()
    var isFirst = true
    while try nextElement(&isFirst) { try skipValue() }
  }

  private mutating func skipObject() throws(JSONFault) {
    try enterObject()
    var isFirst = true
    while try nextKey(&isFirst) != nil { try skipValue() }
  }

  private mutating func skip(_ word: StaticString) throws(JSONFault) {
    guard bytes.stands(word, at: offset) else {
      var place = offset
      for index in 0..<word.utf8CodeUnitCount where place == offset + index {
        if bytes[place] == word.utf8Start[index] { place += 1 }
      }
      throw fault(at: place, expected: "true, false or null")
    }
    move(to: offset + word.utf8CodeUnitCount)
  }

  private mutating func skipNumber() throws(JSONFault) {
    var place = offset
    if bytes[place] == UInt8(ascii: "-") { place += 1 }
    if bytes[place] == UInt8(ascii: "0") {
      place += 1
      if isDigit(place) { throw invalidNumber(to: place, expected: "no digit behind a leading zero") }
    } else {
      place = try endOfDigits(from: place)
    }
    if bytes[place] == UInt8(ascii: ".") { place = try endOfDigits(from: place + 1) }
    if bytes[place] | 0x20 == UInt8(ascii: "e") {
      place += 1
      if bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") { place += 1 }
      place = try endOfDigits(from: place)
    }
    move(to: place)
  }

  private func endOfDigits(from start: Int) throws(JSONFault) -> Int {
    guard isDigit(start) else { throw invalidNumber(to: start, expected: "a digit") }
    var place = start
    while isDigit(place) { place += 1 }
    return place
  }

  private func isDigit(_ place: Int) -> Bool { bytes[place] &- UInt8(ascii: "0") <= 9 }

  private func invalidNumber(to place: Int, expected: StaticString) -> JSONFault {
    if place >= bytes.count { return fault(at: place, expected: expected) }
    return JSONFault(reason: .invalidNumber, offset: place, expected: expected)
  }
}
