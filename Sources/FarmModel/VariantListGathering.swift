/// Variant lists, each once however it is written, with the spelling that is shown.
///
/// A list is known by where it stands in its fragment, and copied only where several fragments are put together.
struct VariantListGathering {
  private struct Entry {
    var fingerprint: UInt64
    var place: Place
  }

  /// A list of a fragment.
  private struct Place {
    var fragment: UInt32
    var list: UInt32
  }

  /// What stands for a form.
  private struct Mark {
    /// A random number, so that nobody can write lists whose fingerprints agree.
    var bits: UInt64
    /// Which look-up met the form last; a list counts it once.
    var lookup = 0
  }

  private let variants: VariantForms
  private let lists: [RaggedTable]
  /// For each list the place of the spelling that is shown: of several the one that is first by its bytes.
  private var entries: [Entry] = []
  /// Open addressing: 0 is free, else the list's number plus one.
  private var slots = [UInt32](repeating: 0, count: 256)
  /// By form.
  private var marks: [Mark]
  private var lookup = 0

  init(_ fragments: [FarmFragment], _ variants: VariantForms) {
    self.variants = variants
    lists = fragments.map(\.variantLists)
    var state = UInt64.random(in: 0...UInt64.max)
    marks = variants.forms.map { _ in Mark(bits: VariantListGathering.next(&state)) }
  }

  var count: Int { entries.count }

  /// The next number of a generator that spreads a random start (SplitMix64).
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Makes room for all lists of a fragment, so that nothing is copied as it grows.
  mutating func reserveCapacity(for fragment: Int) {
    entries.reserveCapacity(lists[fragment].count)
    if slots.count < lists[fragment].count * 2 { grow(for: lists[fragment].count) }
  }

  /// The number of a list, which is given one if it is new. Complexity: O(length of the list).
  mutating func number(of list: Int, in fragment: Int) -> VariantListID {
    let (items, forms) = (lists[fragment].items, variants.formsOfFragments[fragment])
    return number(of: list, in: fragment, items.span, forms.span)
  }

  /// Gives numbers to lists of a fragment, in the order in which they are named, where they have none in `numbers`:
  /// many at once, for looking up the fragment counts references.
  mutating func number(_ order: some Sequence<UInt32>, in fragment: Int, _ numbers: inout [VariantListID]) {
    let (items, forms) = (lists[fragment].items, variants.formsOfFragments[fragment])
    for list in order where numbers[Int(list)] == .max {
      numbers[Int(list)] = number(of: Int(list), in: fragment, items.span, forms.span)
    }
  }

  private mutating func number(
    of list: Int, in fragment: Int, _ items: Span<UInt32>, _ forms: Span<UInt32>
  ) -> VariantListID {
    let place = Place(fragment: UInt32(fragment), list: UInt32(list))
    let fingerprint = fingerprint(items.extracting(lists[fragment].range(list)), forms)
    var slot = Int(truncatingIfNeeded: fingerprint) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if entries[number].fingerprint == fingerprint {
        let known = entries[number].place
        if known.fragment == place.fragment, lists[fragment].isSame(Int(known.list), list) {
          return VariantListID(number)
        }
        if haveSameForms(known, place) {
          if isSpelledBefore(place, known) { entries[number].place = place }
          return VariantListID(number)
        }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(Entry(fingerprint: fingerprint, place: place))
    slots[slot] = UInt32(entries.count)
    if entries.count * 2 > slots.count { grow(for: entries.count) }
    return VariantListID(entries.count - 1)
  }

  /// Makes so many slots that few of them are taken.
  private mutating func grow(for listCount: Int) {
    var slotCount = slots.count
    while slotCount < listCount * 2 { slotCount *= 2 }
    slots = Array(repeating: 0, count: slotCount)
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.fingerprint) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }

  /// A number that depends on the forms in a list and not on their order.
  private mutating func fingerprint(_ items: Span<UInt32>, _ forms: Span<UInt32>) -> UInt64 {
    lookup += 1
    let lookup = lookup
    var marks = marks.mutableSpan
    var sum: UInt64 = 0
    for position in items.indices {
      let form = Int(forms[Int(items[position])])
      if marks[form].lookup == lookup { continue }
      marks[form].lookup = lookup
      sum &+= marks[form].bits
    }
    return sum
  }

  /// Where the variants of a list stand in `variants`.
  private func positions(of place: Place) -> some RandomAccessCollection<UInt32> {
    lists[Int(place.fragment)][Int(place.list)].lazy.map { [positions = variants.positions[Int(place.fragment)]] in
      positions[Int($0)]
    }
  }

  private func haveSameForms(_ one: Place, _ other: Place) -> Bool {
    let (first, second) = (positions(of: one), positions(of: other))
    if first.elementsEqual(second, by: { variants.forms[Int($0)] == variants.forms[Int($1)] }) { return true }
    return Set(first.map { variants.forms[Int($0)] }) == Set(second.map { variants.forms[Int($0)] })
  }

  private func isSpelledBefore(_ one: Place, _ other: Place) -> Bool {
    positions(of: one).lexicographicallyPrecedes(positions(of: other)) { first, second in
      first != second && NameTable.precedes(variants.written[Int(first)], variants.written[Int(second)])
    }
  }
}

extension VariantListGathering {
  /// A list as it is shown.
  func written(_ number: VariantListID) -> [String] {
    positions(of: entries[Int(number)].place).map { variants.written[Int($0)] }
  }

  /// Those variants of a list, as it is shown, that the other list does not have in any spelling.
  func written(_ number: VariantListID, without other: VariantListID) -> [String] {
    let known = Set(positions(of: entries[Int(other)].place).map { variants.forms[Int($0)] })
    return positions(of: entries[Int(number)].place).filter { !known.contains(variants.forms[Int($0)]) }
      .map { variants.written[Int($0)] }
  }

  /// The lists with these numbers, as they are shown. Complexity: O(lists), and of several fragments O(length of all).
  func table(of numbers: [VariantListID]) -> VariantListTable {
    if variants.areOfOneFragment {
      return VariantListTable(
        variants: variants.written, items: lists[0].items,
        distinctRanges: numbers.lazy.map { lists[0].range(Int(entries[Int($0)].place.list)) })
    }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(numbers.count)
    // Fragment by fragment, for looking one up counts references.
    var listsOfFragments = [[Int]](repeating: [], count: lists.count)
    var end = 0
    for (index, number) in numbers.enumerated() {
      let place = entries[Int(number)].place
      listsOfFragments[Int(place.fragment)].append(index)
      ranges.append(end..<end + lists[Int(place.fragment)].range(Int(place.list)).count)
      end = ranges[index].upperBound
    }
    var items = [UInt32](repeating: 0, count: end)
    var target = items.mutableSpan
    for (fragment, indices) in listsOfFragments.enumerated() {
      let (own, positions) = (lists[fragment].items, variants.positions[fragment])
      let ownItems = own.span
      for index in indices {
        let source = lists[fragment].range(Int(entries[Int(numbers[index])].place.list))
        let start = ranges[index].lowerBound - source.lowerBound
        for position in source { target[start + position] = positions[Int(ownItems[position])] }
      }
    }
    return VariantListTable(variants: variants.written, items: items, distinctRanges: ranges)
  }
}
