import Diagnostics

extension Diagnostic {
  /// A file or directory that could not be read.
  static func about(_ fault: FileFault, path: String) -> Diagnostic {
    let label = Diagnostic.Label(place: SourcePlace(file: path))
    return switch fault {
    case .system(let number):
      Diagnostic(
        code: DocumentCode.unreadable.rawValue, message: "the file cannot be read: \(FileFault.reason(number))",
        labels: [label],
        help: "check the path and its permissions")
    case .notAFile:
      Diagnostic(
        code: DocumentCode.notAFile.rawValue, message: "this is a pipe, socket or device, and only files are read",
        labels: [label], help: "to read from a pipe, give `-` and the pipe as standard input")
    case .tooLarge:
      Diagnostic(
        code: DocumentCode.tooLarge.rawValue,
        message: "it has more than \(DocumentLoader.documentLimit >> 20) MiB, the most that one document may have",
        labels: [label])
    }
  }
}
