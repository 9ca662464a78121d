#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The order of texts by their bytes; sorting names is a good part of making a farm, so the bytes are compared by the C
/// library.
enum ByteOrder {
  /// Negative where the first text comes first, 0 where both are the same bytes.
  static func compare(_ first: String, _ second: String) -> Int {
    let fast = first.utf8.withContiguousStorageIfAvailable { one in
      second.utf8.withContiguousStorageIfAvailable { other in compare(one, other) }
    }
    // Only strings that another system made lie otherwise.
    return (fast ?? nil) ?? slow(first, second)
  }

  /// The same for lists of bytes.
  static func compare(_ first: [UInt8], _ second: [UInt8]) -> Int {
    first.withUnsafeBufferPointer { one in second.withUnsafeBufferPointer { other in compare(one, other) } }
  }

  private static func compare(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> Int {
    let common = min(first.count, second.count)
    if common > 0, let one = first.baseAddress, let other = second.baseAddress {
      let order = memcmp(one, other, common)
      if order != 0 { return Int(order) }
    }
    return first.count - second.count
  }

  private static func slow(_ first: String, _ second: String) -> Int {
    if first.utf8.elementsEqual(second.utf8) { return 0 }
    return first.utf8.lexicographicallyPrecedes(second.utf8) ? -1 : 1
  }
}
