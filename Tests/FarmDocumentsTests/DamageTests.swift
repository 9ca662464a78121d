import FarmDocuments
import FarmModel
import Testing

/// What damage to a page comes to, counted: the same farm, a diagnostic, or another farm that nothing gave away.
@Suite struct `Damage to whole pages` {
  struct Tally: Equatable, CustomStringConvertible {
    var same = 0
    var refused = 0
    var changed = 0
    var description: String { "\(same) same, \(refused) refused, \(changed) changed" }
  }

  /// Loads damaged bytes on the fast path, now and then on the strict one too, and compares.
  struct Judge {
    let whole: [UInt8]
    let specs: [SpecDescription]
    var tally = Tally()
    private var count = 0

    init(_ page: String) {
      whole = bytes(of: page)
      specs = Judge.specs(in: DocumentLoader.load(whole, path: "specs.md"))
    }

    private static func specs(in loaded: LoadedDocuments) -> [SpecDescription] {
      loaded.farms.flatMap { farm in (0..<farm.specCount).map { farm.description(of: $0) } }
    }

    mutating func take(_ damaged: [UInt8], strictEach stride: Int = 8) {
      let loaded = DocumentLoader.load(damaged, path: "specs.md")
      let found = Judge.specs(in: loaded)
      count += 1
      if count % stride == 0 {
        let strict = DocumentLoader.load(damaged, path: "specs.md", options: .init(usesFastPath: false))
        #expect(strict.diagnostics == loaded.diagnostics && Judge.specs(in: strict) == found)
      }
      if !loaded.isComplete {
        #expect(found.isEmpty, "a page with a problem is in a farm")
        tally.refused += 1
      } else if found == specs {
        tally.same += 1
      } else {
        tally.changed += 1
      }
    }
  }

  static let small = Fixture.path("seeds/001_f0240a5b0be510ba.txt")
  static let large = Fixture.path("seeds/004_9321c0c32c47eeb7.txt")

  /// Where damage is done: everywhere in the small seed, and in the large one each byte of a sample.
  private func places(_ page: String, in whole: [UInt8], every step: Int) -> [Int] {
    whole.indices.filter { page == Self.small || $0 % step == 0 || $0 < 64 || $0 >= whole.count - 64 }
  }

  @Test(arguments: [small, large])
  func `a page that is cut anywhere is refused or the same`(page: String) {
    var judge = Judge(page)
    for length in places(page, in: judge.whole, every: 5) { judge.take(Array(judge.whole[..<length])) }
    print("cut at a byte:", String(page.suffix(24)), judge.tally)
    #expect(judge.tally.changed == 0 && judge.tally.refused > 0)
  }

  @Test(arguments: [small, large])
  func `lines that are deleted, doubled or swapped are noticed, or change nothing`(page: String) {
    var judge = Judge(page)
    let lines = judge.whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    for index in lines.indices {
      var deleted = lines
      deleted.remove(at: index)
      judge.take(Array(deleted.joined(separator: [UInt8(ascii: "\n")])), strictEach: 1)
      var doubled = lines
      doubled.insert(lines[index], at: index)
      judge.take(Array(doubled.joined(separator: [UInt8(ascii: "\n")])), strictEach: 1)
      for other in lines.indices where other > index {
        var swapped = lines
        swapped.swapAt(index, other)
        judge.take(Array(swapped.joined(separator: [UInt8(ascii: "\n")])), strictEach: 1)
      }
    }
    print("a line deleted, doubled, swapped:", String(page.suffix(24)), judge.tally)
    #expect(judge.tally.changed == 0)
  }

  /// A flip within a name makes another name; what `meta` repeats gives it away, what stands once cannot be known.
  @Test(arguments: [(small, 2648), (large, 509)])
  func `a flipped byte is noticed, changes nothing, or lies in what stands once`(page: String, known: Int) {
    var judge = Judge(page)
    var damaged = judge.whole
    for place in places(page, in: judge.whole, every: 11) {
      for mask: UInt8 in page == Self.small ? [0x01, 0x20, 0x80] : [0x01] {
        damaged[place] ^= mask
        judge.take(damaged)
        damaged[place] ^= mask
      }
    }
    print("a byte flipped:", String(page.suffix(24)), judge.tally)
    #expect(judge.tally.changed <= known && judge.tally.refused > judge.tally.changed)
  }

  @Test func `half of a character is always noticed`() {
    var judge = Judge(Self.small)
    let start = judge.whole.split(separator: UInt8(ascii: "\n"))[0].count + 1
    for place in judge.whole.indices where place >= start && place % 3 == 0 {
      var damaged = judge.whole
      damaged[place] |= 0x80
      judge.take(damaged)
    }
    #expect(judge.tally.changed == 0)
  }
}
