import FarmDocuments
import Foundation
import Testing

/// What damage to a page comes to, counted by kind: the same farm, a diagnostic, or another farm that nothing gave away.
///
/// A flip within a name makes another name: what `meta` repeats gives it away, what stands once cannot be known. Which
/// attributes these are, and how often, is in the golden tables. With `BUILDCOVER_DAMAGE=complete` in the environment
/// (as in `.ci/check-damage`, on a release build) both seeds are damaged at every byte, and the larger pages at more.
@Suite struct `Damage to whole pages` {
  struct Page: CustomTestStringConvertible {
    var path: String
    var golden: String
    /// How often the specs of the page are repeated, under other hashes.
    var times = 1
    /// The distance between damaged bytes: in a complete run, and otherwise.
    var steps: (complete: Int, sampled: Int)
    var testDescription: String { golden }
  }

  private static let large = "seeds/004_9321c0c32c47eeb7.txt"
  static let pages = [
    Page(path: "seeds/001_f0240a5b0be510ba.txt", golden: "small-seed", steps: (1, 2)),
    Page(path: large, golden: "large-seed", steps: (1, 150)),
    Page(path: "realdata/given/pages-2023/_cache/v0.19/kokkos/specs.md", golden: "look-of-2023", steps: (4, 200)),
    Page(path: "realdata/given/pages-old/_cache/v0.22.2/kokkos/specs.md", golden: "look-of-2024", steps: (4, 200)),
    Page(path: large, golden: "large-seed-eight-times", times: 8, steps: (500, 6_000)),
  ].filter { isComplete || $0.times == 1 }
  static let isComplete = ProcessInfo.processInfo.environment["BUILDCOVER_DAMAGE"] == "complete"

  @Test(arguments: pages)
  func `is refused, changes nothing, or lies in what stands once`(page: Page) throws {
    let once = bytes(of: Fixture.path(page.path))
    let whole = page.times == 1 ? once : Self.repeated(once, times: page.times)
    let good = PageReading(whole, usesFastPath: true)
    #expect(good.diagnostics.isEmpty && !good.specs.isEmpty)
    let step = (Self.isComplete ? page.steps.complete : page.steps.sampled) * TestScale.divisor
    var table = "\(page.golden): \(whole.count) bytes, \(good.specs.count) specs, "
    table += step == 1 ? "damaged at every byte\n" : "damaged at every \(step)th byte\n"
    for damage in PageDamage.allCases {
      var outcomes: [DamageOutcome: Int] = [:]
      damage.forEach(of: whole, every: step) { damaged in
        let reading = PageReading(damaged, usesFastPath: true)
        #expect(PageReading(damaged, usesFastPath: false) == reading, "the fast path differs after \(damage.rawValue)")
        let bare = PageReading(damaged, usesFastPath: true, keepsHashes: false)
        #expect(bare.withoutHashes == reading.withoutHashes, "leaving hashes out differs after \(damage.rawValue)")
        let barest = PageReading(damaged, usesFastPath: true, keepsHashes: false, keepsVariants: false)
        #expect(
          barest.withoutHashes.withoutVariants == reading.withoutHashes.withoutVariants,
          "leaving variants out differs after \(damage.rawValue)")
        #expect(reading.diagnostics.isEmpty || reading.specs.isEmpty, "a page with a problem is in a farm")
        outcomes[reading.outcome(of: good), default: 0] += 1
      }
      table += Self.rows(damage, outcomes)
      let changed = outcomes.keys.contains { if case .changed = $0 { true } else { false } }
      let isFlip = [.lowestBit, .caseBit].contains(damage)
      #expect(!changed || isFlip, "\(damage.rawValue) goes unnoticed")
    }
    print(table)
    // Another number of places makes another table.
    if TestScale.divisor > 1 { return }
    try Golden.expect(
      table, equals: "FarmDocuments/damage-\(page.golden)-\(Self.isComplete ? "complete" : "sampled").txt")
  }

  /// A page with each spec many times, under hashes that differ in the first character, and with the figures of `meta`
  /// to match.
  private static func repeated(_ page: [UInt8], times: Int) -> [UInt8] {
    let lines = String(decoding: page, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let written = lines.map { line in
      if line.hasPrefix("meta: ") {
        return String(line).replacing(/: (\d+)/) { ": \((Int($0.output.1) ?? 0) * times)" }
      }
      guard line.hasPrefix("spec_details: [") else { return String(line) }
      let specs = line.dropFirst("spec_details: [".count).dropLast()
      let copies = (0..<times).map { copy in
        specs.replacing(/"hash": "./) { _ in "\"hash\": \"\(Unicode.Scalar(UInt8(97 + copy)))" }
      }
      return "spec_details: [" + copies.joined(separator: ", ") + "]"
    }
    return Array(written.joined(separator: "\n").utf8)
  }

  /// A damage with how often it was done, and below it what came of it.
  private static func rows(_ damage: PageDamage, _ outcomes: [DamageOutcome: Int]) -> String {
    let rows = outcomes.map { outcome, count in
      switch outcome {
      case .same: "  same farm: \(count)"
      case .refused(let code): "  refused, \(code): \(count)"
      case .changed(let what): "  unnoticed, another \(what): \(count)"
      }
    }
    return "\(damage.rawValue): \(outcomes.values.reduce(0, +))\n" + rows.sorted().map { $0 + "\n" }.joined()
  }
}
