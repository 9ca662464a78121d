#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// One name in a directory, while the directory is being listed.
struct DirectoryEntry {
  enum Kind {
    case directory, file, link
    /// A pipe, socket or device.
    case other
    /// The file system does not tell; only `status` does.
    case unknown
  }

  /// The open directory.
  let directory: Int32
  /// The name as the system has it, which need not be UTF-8; good until the next entry is asked for.
  let name: UnsafePointer<CChar>
  let kind: Kind
  let inode: UInt64

  /// The name as text, repaired where it is not UTF-8.
  var text: String { String(cString: name) }

  /// Calls `body` for every name in a directory but `.` and `..`, in no order.
  static func forEach(inDirectory path: String, _ body: (DirectoryEntry) -> Void) throws(FileFault) {
    // Not `fdopendir`, which asks the system two questions more about each directory.
    guard let stream = opendir(path) else { throw .system(errno) }
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      // The name lies within the entry, which the stream owns.
      let name = UnsafeRawPointer(entry).advanced(by: DirectoryEntry.nameOffset).assumingMemoryBound(to: CChar.self)
      if name[0] == 0x2E && (name[1] == 0 || (name[1] == 0x2E && name[2] == 0)) { continue }
      body(
        DirectoryEntry(
          directory: descriptor, name: name, kind: kind(entry.pointee.d_type),
          inode: UInt64(truncatingIfNeeded: entry.pointee.d_ino)))
    }
    if errno != 0 { throw .system(errno) }
  }

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0

  private static func kind(_ type: UInt8) -> Kind {
    switch Int(type) {
    case Int(DT_DIR): .directory
    case Int(DT_REG): .file
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): .unknown
    default: .other
    }
  }
}
