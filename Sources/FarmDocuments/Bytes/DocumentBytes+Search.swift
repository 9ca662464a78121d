#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension DocumentBytes {
  /// Where a byte stands next, or `count`. The C library chooses the widest instructions that the machine has.
  @inline(__always)
  func offset(of byte: UInt8, from offset: Int) -> Int {
    guard offset < count, let found = memchr(start + offset, Int32(byte), count &- offset) else { return count }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - start
  }

  /// Where the line that holds an offset ends: at its line feed, or at the end of the text.
  func lineEnd(from offset: Int) -> Int { self.offset(of: UInt8(ascii: "\n"), from: offset) }

  /// Whether two places hold the same bytes.
  @inline(__always)
  func isSame(at first: Int, and second: Int, count length: Int) -> Bool {
    assert(first + length <= count && second + length <= count)
    return memcmp(start + first, start + second, length) == 0
  }

  /// Whether two places hold the same bytes, eight or more; quicker than a call where they are few.
  @inline(__always)
  func isSameFew(at first: Int, and second: Int, count length: Int) -> Bool {
    assert(length >= 8 && first + length <= count && second + length <= count)
    guard word(at: first &+ length &- 8) == word(at: second &+ length &- 8) else { return false }
    var offset = 0
    while offset < length &- 8 {
      if word(at: first &+ offset) != word(at: second &+ offset) { return false }
      offset &+= 8
    }
    return true
  }

  /// Where bytes that stand at one place, eight or more, stand again within a range; `nil` where they do not.
  func offset(ofSame place: Int, count length: Int, in range: Range<Int>) -> Int? {
    let first = word(at: place)
    var candidate = range.lowerBound
    while candidate + length <= range.upperBound {
      if word(at: candidate) == first && isSame(at: candidate, and: place, count: length) { return candidate }
      candidate += 1
    }
    return nil
  }

  /// Whether a text stands at an offset.
  func stands(_ text: StaticString, at offset: Int) -> Bool {
    offset + text.utf8CodeUnitCount <= count
      && memcmp(start + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
