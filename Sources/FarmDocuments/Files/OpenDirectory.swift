#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A directory that is held open, so that what is below it can be opened without looking up the path to it again.
final class OpenDirectory {
  private let path: String
  private let descriptor: Int32

  /// Opens the directory that holds what a path stands for; `nil` where that fails, or the path has no directory.
  init?(parentOf path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.utf8.startIndex else { return nil }
    self.path = String(path[...slash])
    guard let descriptor = try? SystemCalls.open(self.path) else { return nil }
    self.descriptor = descriptor
  }

  deinit { SystemCalls.close(descriptor) }

  /// Whether a path begins with the path of the directory.
  func contains(_ path: String) -> Bool {
    let count = self.path.utf8.count
    return path.utf8.count > count && self.path.withCString { own in path.withCString { memcmp(own, $0, count) == 0 } }
  }

  /// Opens a file below the directory, which `contains` must have said of its whole path; `nil` where it is a link, or
  /// cannot be opened.
  func open(_ path: String) -> Int32? {
    path.withCString { path in
      try? SystemCalls.open(path + self.path.utf8.count, in: descriptor, followsLinks: false)
    }
  }
}
