#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Reads the small files of a run: policies, baselines, plans, surveys.
enum InputFile {
  /// Why a file could not be read.
  struct Problem: Error, Sendable {
    var path: String
    var reason: String
  }

  /// More than any of these files may hold; a larger one is a mistake.
  static let largestSize = 1 << 30

  /// The bytes of a file; `-` is standard input. Only regular files and streams that end are read.
  static func bytes(of path: String) throws(Problem) -> [UInt8] {
    if path == "-" { return try read(STDIN_FILENO, path: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Problem(path: path, reason: SystemError.text(of: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Problem(path: path, reason: SystemError.text(of: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Problem(path: path, reason: "it is not a regular file") }
    return try read(descriptor, path: path)
  }

  private static func read(_ descriptor: Int32, path: String) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    let pieceSize = 1 << 16
    while true {
      var problem: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
        // Safe: the system writes at most the capacity asked for, and `count` is what it wrote.
        let got = readBytes(descriptor, buffer.baseAddress, pieceSize)
        if got < 0 { problem = errno }
        count = max(0, got)
      }
      if problem == EINTR { continue }
      if problem != 0 { throw Problem(path: path, reason: SystemError.text(of: problem)) }
      if piece.isEmpty { return bytes }
      bytes += piece
      if bytes.count > largestSize { throw Problem(path: path, reason: "it is larger than 1 GiB") }
    }
  }

  /// Whether a path is a directory.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a directory that end in a suffix, sorted by their bytes.
  static func names(in directory: String, endingIn suffix: String) throws(Problem) -> [String] {
    guard let stream = opendir(directory) else {
      throw Problem(path: directory, reason: SystemError.text(of: errno))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      // Safe: the system ends `d_name` with a zero byte, and the entry lives until the next `readdir`.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
          String(cString: $0)
        }
      }
      if name.hasSuffix(suffix) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The system's `read`, outside the type whose own `read` would hide it.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
