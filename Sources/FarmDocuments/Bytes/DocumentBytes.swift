/// The bytes of one document, read-only.
///
/// Safety: the memory belongs to a `DocumentBuffer`, which outlives every view of it and keeps `padding` zero bytes
/// behind the text. Readers stop at a zero byte, which stands in no valid document, so that they need no other check
/// for the end; loads of up to `padding` bytes may begin anywhere up to `count`.
struct DocumentBytes: @unchecked Sendable {
  /// How many zero bytes follow the text.
  static let padding = 64

  let start: UnsafePointer<UInt8>
  /// The number of bytes of the text.
  let count: Int

  init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    assert(offset >= 0 && offset < count + DocumentBytes.padding)
    return start[offset]
  }

  /// Eight bytes from an offset, the first the lowest.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= count + DocumentBytes.padding)
    return UInt64(littleEndian: UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self))
  }

  /// Eight bytes about the middle of a range of at least as many.
  @inline(__always)
  func middleWord(of range: Range<Int>) -> UInt64 {
    word(at: range.lowerBound &+ min(range.count / 2, range.count &- 8))
  }

  /// The bytes of a range.
  @inline(__always)
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    assert(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// The bytes of a range as text; what is not UTF-8 is repaired.
  func text(_ range: Range<Int>) -> String { String(decoding: slice(range), as: UTF8.self) }
}
