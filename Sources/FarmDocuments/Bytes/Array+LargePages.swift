#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension Array {
  /// Makes room for many elements, and asks the system to give it in large pages: to give it in small ones takes longer
  /// than to fill it. The first bytes are left out, so that an array that stays small costs no large page.
  ///
  /// Large pages are only a wish: a system that knows nothing of them, or has none to give, does as ever.
  mutating func reserveLarge(_ count: Int) {
    reserveCapacity(count)
    #if os(Linux)
    let room = capacity * MemoryLayout<Element>.stride
    withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      let first = (UInt(bitPattern: start) + LargePages.smallBytes) / LargePages.pageBytes * LargePages.pageBytes
      let end = UInt(bitPattern: start) + UInt(room)
      // Safety: the range lies within the room of the array, which keeps what it holds.
      guard first < end, let place = UnsafeMutableRawPointer(bitPattern: first) else { return }
      _ = madvise(place, Int(end - first), MADV_HUGEPAGE)
    }
    #endif
  }
}

private enum LargePages {
  /// How much of an array is left in small pages.
  static let smallBytes: UInt = 1 << 19
  /// What a range must be aligned to.
  static let pageBytes: UInt = 4096
}
