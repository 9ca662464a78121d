extension DocumentBuffer {
  /// Reads a whole open file, up to `limit` bytes.
  ///
  /// The file is read, not mapped, so that one that is cut short meanwhile is a short text and not a signal.
  /// - Parameter keepsStart: whether the text holds what `readStart` has read, and only the rest is to come.
  func read(_ descriptor: Int32, limit: Int, keepsStart: Bool = false) throws(FileFault) {
    if !keepsStart { removeAll() }
    while true {
      if count == capacity { try grow(descriptor, limit: limit) }
      let wrote = try readMore(descriptor, atMost: .max)
      if count > limit { throw .tooLarge }
      if wrote == 0 || (count < capacity && endsLikeDocument) { return pad() }
    }
  }

  /// Reads the first bytes of an open file, enough for the lines that a page begins with.
  func readStart(_ descriptor: Int32) throws(FileFault) {
    removeAll()
    _ = try readMore(descriptor, atMost: 4096)
    pad()
  }

  /// Reads once, at most some bytes, and returns how many came.
  private func readMore(_ descriptor: Int32, atMost limit: Int) throws(FileFault) -> Int {
    var fault: FileFault?
    let wrote = append { memory in
      do throws(FileFault) {
        return try SystemCalls.read(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: memory[..<min(memory.count, limit)]))
      } catch {
        fault = error
        return -1
      }
    }
    if let fault { throw fault }
    return wrote
  }

  private func grow(_ descriptor: Int32, limit: Int) throws(FileFault) {
    guard count <= limit else { throw .tooLarge }
    let size = (try? SystemCalls.status(descriptor))?.size ?? 0
    guard size <= limit else { throw .tooLarge }
    reserve(max(size + 1, min(capacity * 2, limit + 1)))
  }

  /// Whether the text ends with the last line of a page. Then a read that gave less than there was room for has met the
  /// end of the file, and need not be repeated to be told so; a page has nothing to lose behind its last line.
  private var endsLikeDocument: Bool {
    count >= 4 && bytes.stands("\n---", at: count - 4) || count >= 5 && bytes.stands("\n---\n", at: count - 5)
  }
}
