extension VersionComponents {
  /// Follows the key of the version that is assigned to a git reference; then comes the reference.
  static let gitMark: UInt8 = 1
  /// Begins the key of a git reference to which no version is assigned.
  static let afterAll: UInt8 = 255

  /// The bytes by which versions are compared.
  var key: [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(release.count * 4 + 4)
    for component in release { VersionComponents.write(component, to: &key) }
    key.append(0)
    key.append(stage.rawValue)
    if let stageNumber {
      key.append(1)
      VersionComponents.writeNumber(stageNumber, to: &key)
    } else {
      key.append(0)
    }
    return key
  }

  /// The key of a version of numbers alone, as most are; `nil` for any other text, and for one so long that it may be
  /// a commit.
  static func key(ofNumbers text: Span<UInt8>) -> [UInt8]? {
    guard text.count > 0, text.count < 40 else { return nil }
    var key: [UInt8] = []
    key.reserveCapacity(text.count * 2 + 4)
    // Where the length of the number stands whose digits are being read.
    var length: Int?
    for index in text.indices {
      let byte = text[index]
      guard SpackSyntax.isDigit(byte) else {
        guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else { return nil }
        length = nil
        continue
      }
      let place = length ?? key.count + 1
      if length == nil {
        key.append(2)
        key.append(0)
        length = place
      }
      if byte == UInt8(ascii: "0") && key[place] == 0 { continue }
      key[place] += 1
      key.append(byte)
    }
    key.append(0)
    key.append(Stage.final.rawValue)
    key.append(0)
    return key
  }

  private static func write(_ component: Component, to key: inout [UInt8]) {
    switch component {
    case .word(let letters):
      key.append(1)
      key.append(contentsOf: letters)
      key.append(0)
    case .number(let digits):
      key.append(2)
      writeNumber(digits, to: &key)
    case .branch(let rank):
      key.append(3)
      key.append(rank)
    }
  }

  /// A longer number is a greater one, so the length comes first: one byte, or 255 and four bytes.
  private static func writeNumber(_ digits: [UInt8], to key: inout [UInt8]) {
    if digits.count < 255 {
      key.append(UInt8(digits.count))
    } else {
      key.append(255)
      for shift in [24, 16, 8, 0] { key.append(UInt8(truncatingIfNeeded: digits.count >> shift)) }
    }
    key.append(contentsOf: digits)
  }
}

extension VersionComponents {
  /// The first version that is no longer within this one: `1.5` for `1.4`, as `:1.4` holds `1.4.7`.
  var next: VersionComponents {
    var next = self
    if stage != .final {
      next.stageNumber = stageNumber.map(VersionComponents.increment) ?? []
      return next
    }
    switch release.last {
    case nil: next.release = [.word([UInt8(ascii: "A")])]
    case .branch(let rank): next.release[release.count - 1] = .branch(rank + 1)
    case .number(let digits): next.release[release.count - 1] = .number(VersionComponents.increment(digits))
    case .word(let letters): next.release[release.count - 1] = .word(VersionComponents.nextWord(letters))
    }
    return next
  }

  /// Adds one to a decimal number without leading zeros.
  private static func increment(_ digits: [UInt8]) -> [UInt8] {
    var digits = digits
    var position = digits.count
    while position > 0 {
      position -= 1
      if digits[position] != UInt8(ascii: "9") {
        digits[position] += 1
        return digits
      }
      digits[position] = UInt8(ascii: "0")
    }
    return [UInt8(ascii: "1")] + digits
  }

  /// The next word of letters that is no branch name.
  private static func nextWord(_ letters: [UInt8]) -> [UInt8] {
    var word = letters
    repeat {
      switch word.last {
      case nil, UInt8(ascii: "z"): word.append(UInt8(ascii: "A"))
      case UInt8(ascii: "Z"): word[word.count - 1] = UInt8(ascii: "a")
      case .some(let last): word[word.count - 1] = last + 1
      }
    } while branchNames.contains(word)
    return word
  }
}
