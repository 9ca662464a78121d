import Diagnostics

/// Finds the files below the paths that the user gave: directories are searched to the bottom, links are followed, and
/// no directory is entered twice, so a loop of links ends.
struct DocumentSearch {
  struct File: Hashable {
    var path: String
    /// Whether the user named it, so that it must be a document.
    var isNamed: Bool
    /// The directory of the user that it was found below, if any, by its position in the arguments.
    var argument: Int
  }

  private(set) var files: [File] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var visited: Set<Identity> = []

  private struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  mutating func search(_ paths: [String]) {
    for (argument, path) in paths.enumerated() {
      if path == "-" {
        files.append(File(path: path, isNamed: true, argument: argument))
      } else {
        visit(path, isNamed: true, argument: argument)
      }
    }
  }

  private mutating func visit(_ path: String, isNamed: Bool, argument: Int) {
    var pending = [(path: path, isNamed: isNamed)]
    while let next = pending.popLast() {
      do throws(FileFault) {
        let status = try SystemCalls.status(next.path)
        if status.isDirectory {
          guard visited.insert(Identity(device: status.device, inode: status.inode)).inserted else { continue }
          let names = try SystemCalls.names(inDirectory: next.path)
          let prefix = next.path.hasSuffix("/") ? next.path : next.path + "/"
          for name in names.sorted().reversed() { pending.append((prefix + name, false)) }
        } else if status.isRegular {
          files.append(File(path: next.path, isNamed: next.isNamed, argument: argument))
        } else if next.isNamed {
          throw .notAFile
        }
      } catch {
        diagnostics.append(.about(error, path: next.path))
      }
    }
  }
}

extension Diagnostic {
  /// A file or directory that could not be read.
  static func about(_ fault: FileFault, path: String) -> Diagnostic {
    let label = Diagnostic.Label(place: SourcePlace(file: path))
    return switch fault {
    case .system(let number):
      Diagnostic(
        code: DocumentCode.unreadable.rawValue, message: "cannot be read: \(FileFault.reason(number))", labels: [label],
        help: "check the path and its permissions")
    case .notAFile:
      Diagnostic(
        code: DocumentCode.notAFile.rawValue, message: "is a pipe, socket or device, and only files are read",
        labels: [label], help: "to read from a pipe, give `-` and the pipe as standard input")
    case .tooLarge:
      Diagnostic(
        code: DocumentCode.tooLarge.rawValue,
        message: "has more than \(DocumentLoader.documentLimit >> 20) MiB, the most that one document may have",
        labels: [label])
    }
  }
}
