#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Why a file could not be read.
enum FileFault: Error, Equatable {
  /// The system said no; with its error number.
  case system(Int32)
  /// It is a pipe, socket or device.
  case notAFile
  /// It has more bytes than one document may have.
  case tooLarge

  /// The system's words for an error number.
  static func reason(_ number: Int32) -> String { String(cString: strerror(number)) }
}

/// The few system calls that reading needs, so that the rest is the same on every system.
enum SystemCalls {
  struct Status {
    var isDirectory: Bool
    var isRegular: Bool
    var device: UInt64
    var inode: UInt64
    var size: Int
  }

  /// What a path stands for, links followed.
  static func status(_ path: String) throws(FileFault) -> Status {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(errno) }
    return Status(status)
  }

  /// What an open file is.
  static func status(_ descriptor: Int32) throws(FileFault) -> Status {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    return Status(status)
  }

  /// Opens a file to read it. Never waits: a pipe without a writer opens at once.
  ///
  /// - Parameters:
  ///   - directory: the open directory that a relative path starts from; the current one by default.
  ///   - followsLinks: whether the file may be a link.
  static func open(
    _ path: UnsafePointer<CChar>, in directory: Int32 = AT_FDCWD, followsLinks: Bool = true
  ) throws(FileFault) -> Int32 {
    let links = followsLinks ? 0 : O_NOFOLLOW
    let descriptor = openat(directory, path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | links)
    guard descriptor >= 0 else { throw .system(errno) }
    return descriptor
  }

  static func close(_ descriptor: Int32) {
    #if canImport(Darwin)
    _ = Darwin.close(descriptor)
    #elseif canImport(Musl)
    _ = Musl.close(descriptor)
    #else
    _ = Glibc.close(descriptor)
    #endif
  }

  /// The directory that paths are relative to; empty where it cannot be told.
  static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Reads into memory; returns how many bytes came, 0 at the end of the file.
  static func read(_ descriptor: Int32, _ memory: UnsafeMutableRawBufferPointer) throws(FileFault) -> Int {
    while true {
      #if canImport(Darwin)
      let count = Darwin.read(descriptor, memory.baseAddress, memory.count)
      #elseif canImport(Musl)
      let count = Musl.read(descriptor, memory.baseAddress, memory.count)
      #else
      let count = Glibc.read(descriptor, memory.baseAddress, memory.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw .system(errno) }
    }
  }
}

extension SystemCalls.Status {
  fileprivate init(_ status: stat) {
    isDirectory = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
  }
}
