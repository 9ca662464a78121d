import Diagnostics
import FarmDocuments
import FarmModel
import Testing

@Suite struct `A damaged page` {
  /// What loading says, in words, to compare two ways of reading.
  struct Verdict: Equatable {
    var diagnostics: [Diagnostic]
    var specs: [SpecDescription]

    init(_ path: String, usesFastPath: Bool) {
      let loaded = DocumentLoader.load([path], options: .init(usesFastPath: usesFastPath))
      diagnostics = loaded.diagnostics
      specs = loaded.farms.flatMap { farm in (0..<farm.specCount).map { farm.description(of: $0) } }
    }
  }

  static let pages = [
    Fixture.path("seeds/001_f0240a5b0be510ba.txt"), Fixture.path("seeds/004_9321c0c32c47eeb7.txt"),
    Fixture.path("realdata/given/pages-old/_cache/v0.22.2/py-semantic-version/specs.md"),
    Fixture.path("realdata/given/pages-2023/_cache/v0.19/zlib-ng/specs.md"),
  ]

  @Test(arguments: pages)
  func `that is cut at any byte is an error, or the same farm`(page: String) {
    let whole = bytes(of: page)
    let good = Verdict(page, usesFastPath: false)
    #expect(good.diagnostics.isEmpty && !good.specs.isEmpty)
    let tree = TemporaryTree()
    // Every byte near the ends, where the structure is; a sample between.
    let stride = max(1, whole.count / 600)
    let isNearEnd = { (length: Int) in length < 200 || length > whole.count - 200 }
    for length in 0..<whole.count where (isNearEnd(length) || length % stride == 0) && length % TestScale.divisor == 0 {
      let path = tree.write(whole[..<length], to: "specs.md")
      let slow = Verdict(path, usesFastPath: false)
      #expect(slow.diagnostics.isEmpty ? slow.specs == good.specs : slow.specs.isEmpty, "cut at \(length)")
      #expect(Verdict(path, usesFastPath: true) == slow, "cut at \(length)")
    }
  }

  @Test(arguments: pages)
  func `reads the same on the fast path, whichever byte is changed`(page: String) {
    var damaged = bytes(of: page)
    let tree = TemporaryTree()
    var state: UInt64 = 7
    for _ in 0..<TestScale.cases(500) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(state >> 33) % damaged.count
      let kept = damaged[place]
      damaged[place] = UInt8(truncatingIfNeeded: state >> 20)
      let path = tree.write(damaged, to: "specs.md")
      #expect(Verdict(path, usesFastPath: true) == Verdict(path, usesFastPath: false), "changed at \(place)")
      damaged[place] = kept
    }
  }
}
