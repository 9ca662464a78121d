/// Memory for one document at a time, used again for the next; it grows to the largest and keeps the padding that
/// `DocumentBytes` promises.
final class DocumentBuffer {
  private var storage: UnsafeMutableRawBufferPointer
  private(set) var count = 0

  /// That of the system's pages, from which files are copied: the processor takes loads and stores for each other where
  /// they are a little apart within theirs.
  private static let alignment = 4096

  init(capacity: Int = 1 << 20) {
    storage = .allocate(byteCount: capacity + DocumentBytes.padding, alignment: DocumentBuffer.alignment)
  }

  convenience init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: max(bytes.count, 1))
    storage.copyBytes(from: bytes)
    count = bytes.count
    pad()
  }

  deinit { storage.deallocate() }

  /// How many bytes of text fit.
  var capacity: Int { storage.count - DocumentBytes.padding }

  /// The text, good until the buffer is changed or released.
  var bytes: DocumentBytes {
    guard let address = storage.baseAddress else {
      preconditionFailure("memory of at least the padding has an address")
    }
    return DocumentBytes(start: address.assumingMemoryBound(to: UInt8.self), count: count)
  }

  func removeAll() { count = 0 }

  /// Gives back the memory of a large document that has been read; no view of it may be used any longer.
  func releaseLarge() {
    guard capacity > DocumentBuffer.keptCapacity else { return }
    storage.deallocate()
    storage = .allocate(
      byteCount: DocumentBuffer.keptCapacity + DocumentBytes.padding, alignment: DocumentBuffer.alignment)
    count = 0
    pad()
  }

  /// How much memory is kept for the next document.
  private static let keptCapacity = 16 << 20

  /// Makes room for this many bytes of text in all, and keeps those there.
  func reserve(_ total: Int) {
    guard total > capacity else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: total + DocumentBytes.padding, alignment: DocumentBuffer.alignment)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
    storage.deallocate()
    storage = larger
  }

  /// Lets `read` fill the free part, and returns how many bytes it says it wrote; a negative number is a failure.
  func append(_ read: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
    let wrote = read(UnsafeMutableRawBufferPointer(rebasing: storage[count..<capacity]))
    if wrote > 0 { count += min(wrote, capacity - count) }
    return wrote
  }

  /// Puts the zero bytes behind the text; to be called before the text is read.
  func pad() {
    let end = storage[count..<count + DocumentBytes.padding]
    UnsafeMutableRawBufferPointer(rebasing: end).initializeMemory(as: UInt8.self, repeating: 0)
  }
}
