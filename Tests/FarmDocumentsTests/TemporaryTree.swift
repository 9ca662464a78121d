import FarmDocuments

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A directory for one test, removed at its end.
final class TemporaryTree {
  let path: String

  init() {
    var template = Array("/tmp/buildcover-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
    }
  }

  deinit { remove(path) }

  /// Writes a file, and the directories above it.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) -> String {
    let file = path + "/" + name
    var directory = path
    for part in name.split(separator: "/").dropLast() {
      directory += "/" + part
      mkdir(directory, 0o755)
    }
    guard let stream = fopen(file, "w") else { return file }
    let content = Array(bytes)
    _ = fwrite(content, 1, content.count, stream)
    fclose(stream)
    return file
  }

  private func remove(_ path: String) {
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { remove(path + "/" + name) }
      }
      closedir(stream)
      if rmdir(path) == 0 { return }
    }
    unlink(path)
  }
}

/// The bytes of a file.
func bytes(of path: String) -> [UInt8] {
  guard let stream = fopen(path, "r") else { return [] }
  defer { fclose(stream) }
  var content: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = fread(&block, 1, block.count, stream)
    if count == 0 { return content }
    content.append(contentsOf: block[..<count])
  }
}
