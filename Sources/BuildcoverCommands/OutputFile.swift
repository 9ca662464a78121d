import JobLists

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes whole files: a reader sees the old file or the new one, never a part.
enum OutputFile {
  /// Writes text to a path through a temporary file beside it and a rename.
  ///
  /// Signals that end the process are held back meanwhile, so that an interrupt leaves no temporary file. A path that
  /// is not a regular file (a terminal, a pipe, `/dev/null`) is written directly.
  static func write(_ text: String, to path: String, isExecutable: Bool = false) throws(OutputError) {
    if let mode = existingMode(of: path), mode & S_IFMT != S_IFREG {
      try writeDirectly(text, to: path)
      return
    }
    let held = HeldSignals()
    defer { held.release() }
    let (temporary, descriptor) = openTemporary(beside: path, mode: isExecutable ? 0o777 : 0o666)
    guard descriptor >= 0 else { throw OutputError(path: path, errorNumber: errno) }
    var problem = ByteSink.writeAll(text, to: descriptor)
    if problem == nil, let mode = existingMode(of: path), fchmod(descriptor, mode & 0o7777) != 0 { problem = errno }
    if close(descriptor) != 0, problem == nil { problem = errno }
    if problem == nil, rename(temporary, path) != 0 { problem = errno }
    if let problem {
      unlink(temporary)
      throw OutputError(path: path, errorNumber: problem)
    }
  }

  /// Opens a new file. The number of the process would not do as its name: tasks in containers have the same, and one
  /// that was killed leaves its file behind.
  private static func openTemporary(beside path: String, mode: mode_t) -> (path: String, descriptor: Int32) {
    var temporary = path
    var descriptor: Int32 = -1
    for _ in 0..<16 {
      temporary = path + "." + String(UInt32.random(in: 1 << 28...UInt32.max), radix: 16) + ".part"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    return (temporary, descriptor)
  }

  /// Writes several files below a directory, which is made if it is not there. Paths are relative, within Spack's syntax for names.
  static func write(_ files: [JobList.File], below directory: String) throws(OutputError) {
    for file in files {
      let path = directory + "/" + file.path
      try makeDirectories(above: path)
      try write(file.text, to: path, isExecutable: file.isExecutable)
    }
    if files.isEmpty { try makeDirectories(above: directory + "/") }
  }

  private static func makeDirectories(above path: String) throws(OutputError) {
    for slash in path.utf8.indices where slash > path.startIndex && path.utf8[slash] == UInt8(ascii: "/") {
      let directory = String(path[..<slash])
      if mkdir(directory, 0o777) != 0, errno != EEXIST {
        throw OutputError(path: directory, errorNumber: errno)
      }
    }
  }

  private static func writeDirectly(_ text: String, to path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputError(path: path, errorNumber: errno) }
    defer { close(descriptor) }
    if let problem = ByteSink.writeAll(text, to: descriptor) { throw OutputError(path: path, errorNumber: problem) }
  }

  private static func existingMode(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode : nil
  }
}

/// An output that could not be written.
struct OutputError: Error, Sendable {
  var path: String
  var errorNumber: Int32

  /// The system's word for the error.
  var reason: String { SystemError.text(of: errorNumber) }
}

/// The system's words for error numbers.
enum SystemError {
  static func text(of errorNumber: Int32) -> String {
    guard let text = strerror(errorNumber) else { return "error \(errorNumber)" }
    return String(cString: text)
  }
}

/// Writing bytes to a descriptor until all are written.
enum ByteSink {
  /// Returns `nil`, or the error number of the write that failed.
  static func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes -> Int32? in
      var remaining = UnsafeRawBufferPointer(bytes)
      while let base = remaining.baseAddress, !remaining.isEmpty {
        // Safe: `remaining` is a part of `bytes`, which lives until the closure returns.
        let written = systemWrite(descriptor, base, remaining.count)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        remaining = UnsafeRawBufferPointer(rebasing: remaining[written...])
      }
      return nil
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ base: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, base, count)
  }
}

/// The signals by which people and systems end a process, held back while a file is being replaced.
struct HeldSignals: ~Copyable {
  private var before = sigset_t()

  init() {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  /// Lets them through again; one that arrived meanwhile ends the process now.
  func release() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
