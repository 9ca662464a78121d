#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

import FarmModel

/// What specs say before their variants, kept from page to page: all specs of a farm have few systems, compilers and
/// sets of stacks. Equal bytes read equally, but for the hash.
struct KnownHeads {
  /// What has been read when the value of `variants` begins.
  struct Head {
    /// The keys that were met, `variants` among them, and how many there were.
    var seen: SpecKeys
    var keyCount: Int
    var body: FarmFragment.Body
  }

  private struct Entry: ProbedEntry {
    var key: UInt64
    /// Where its bytes stand in `memory`.
    var start: Int
    /// How many bytes stand before the hash, and how many behind it.
    var beginning: Int
    var rest: Int
    var head: Head
  }

  /// How many bytes are kept.
  private static let memoryLimit = 1 << 20

  private var table = ProbedTable<Entry>(slotCount: 1024)
  private var sample = ByteSample(step: 32)
  private var memory: [UInt8] = []

  /// What was put in for a spec with the same bytes up to the value of `variants` but for its hash, which stands at a
  /// place; and where that value begins. Complexity: O(length).
  func head(from start: Int, hash place: Int, in bytes: DocumentBytes) -> (head: Head, end: Int)? {
    let rest = place + DocumentBytes.hashLength
    guard sample.count <= bytes.count - rest else { return nil }
    let beginning = place - start
    let entry = memory.withUnsafeBufferPointer { memory -> Entry? in
      guard let base = memory.baseAddress else { return nil }
      return table.first(sample.key(ofSpec: start, place, in: bytes)) { entry in
        entry.beginning == beginning && entry.rest <= bytes.count - rest
          && memcmp(base + entry.start, bytes.start + start, beginning) == 0
          && memcmp(base + entry.start + beginning, bytes.start + rest, entry.rest) == 0
      }
    }
    return entry.map { ($0.head, rest + $0.rest) }
  }

  /// Takes in what was read without a problem, from a spec's brace to the value of `variants`.
  mutating func insert(_ head: Head, from start: Int, hash place: Int, end: Int, in bytes: DocumentBytes) {
    let rest = place + DocumentBytes.hashLength
    guard end - rest >= ByteSample.fewest, place - start >= 8, end - start <= 1024 else { return }
    if memory.count > KnownHeads.memoryLimit { removeAll() }
    if sample.shorten(to: end - rest) { rekey() }
    let key = sample.key(ofSpec: start, place, in: bytes)
    table.insert(Entry(key: key, start: memory.count, beginning: place - start, rest: end - rest, head: head))
    memory.append(contentsOf: bytes.slice(start..<place))
    memory.append(contentsOf: bytes.slice(rest..<end))
  }

  private mutating func removeAll() {
    table.removeAll()
    sample.removeAll()
    memory.removeAll(keepingCapacity: true)
  }

  private mutating func rekey() {
    memory.withUnsafeBufferPointer { memory in
      guard let base = memory.baseAddress else { return }
      table.rekey { [sample] entry in
        let bytes = DocumentBytes(start: base + entry.start, count: entry.beginning + entry.rest)
        return sample.key(base + entry.start + entry.beginning, seed: bytes.middleWord(of: 0..<entry.beginning))
      }
    }
  }
}
