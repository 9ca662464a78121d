import FarmModel

extension PageReader {
  /// Reads the value of `variants`.
  mutating func readVariants(_ cursor: inout JSONCursor, _ draft: inout SpecDraft) throws(JSONFault) {
    let start = cursor
    if usesFastPath, let known = knownLists.list(at: start.offset, in: bytes) {
      draft.body.variants = known.number
      cursor.move(to: known.end)
      return
    }
    if !keepsVariants, cursor.passValuedVariants() {
      draft.body.variants = numberOfLeftOutVariants()
      knownLists.insert(start.offset..<cursor.offset, number: draft.body.variants, in: bytes)
      return
    }
    if cursor.readPlainList(&builder.variants, &plainNumbers) {
      if areAllValued(plainNumbers) {
        draft.body.variants = builder.appendVariantList(plainNumbers.elements)
        if usesFastPath {
          knownLists.insert(start.offset..<cursor.offset, number: draft.body.variants, in: bytes)
        }
        return
      }
      cursor = start
    }
    guard try readTexts(&cursor, key: "variants") else { return }
    numbers.removeAll(keepingCapacity: true)
    var bareCount = 0
    for text in texts {
      if isBareName(text) { bareCount += 1 }
      numbers.append(cursor.number(of: text, in: &builder.variants))
    }
    if bareCount != 0 && bareCount != texts.count, let bare = texts.first(where: { isBareName($0) }) {
      report(
        .mixedVariants, at: bare.start, length: bare.count,
        "found the variant `\(cursor.string(bare))` without a value among variants with values")
    }
    draft.body.variants = builder.appendVariantList(numbers)
  }

  private mutating func numberOfLeftOutVariants() -> UInt32 {
    let number = leftOutVariants ?? builder.appendVariantList([])
    leftOutVariants = number
    return number
  }

  /// Whether no variant of a list is only a name; what each is, is found out once.
  @inline(__always)
  private mutating func areAllValued(_ numbers: ReusedList<UInt32>) -> Bool {
    while variantIsBare.count < builder.variants.count {
      let isBare = Variant.isBareName(builder.variants.text(UInt32(variantIsBare.count)))
      variantIsBare.append(isBare)
      hasBareVariants = hasBareVariants || isBare
    }
    return !hasBareVariants || !numbers.elements.contains { variantIsBare[Int($0)] }
  }

  /// Whether a variant is only a name, as in pages of 2022 and 2023.
  private func isBareName(_ text: JSONText) -> Bool { bytes.isBareVariantName(text.range) }
}
