extension DocumentBuffer {
  /// Reads a whole open file, up to `limit` bytes.
  ///
  /// The file is read, not mapped, so that one that is cut short meanwhile is a short text and not a signal.
  func read(_ descriptor: Int32, limit: Int) throws(FileFault) {
    removeAll()
    while true {
      if count == capacity { try grow(descriptor, limit: limit) }
      var fault: FileFault?
      let wrote = append { memory in
        do throws(FileFault) {
          return try SystemCalls.read(descriptor, memory)
        } catch {
          fault = error
          return -1
        }
      }
      if let fault { throw fault }
      if count > limit { throw .tooLarge }
      if wrote == 0 { return pad() }
    }
  }

  private func grow(_ descriptor: Int32, limit: Int) throws(FileFault) {
    guard count <= limit else { throw .tooLarge }
    let size = (try? SystemCalls.status(descriptor))?.size ?? 0
    guard size <= limit else { throw .tooLarge }
    reserve(max(size + 1, min(capacity * 2, limit + 1)))
  }
}
