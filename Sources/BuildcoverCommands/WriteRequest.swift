import Diagnostics

/// One `--write FORMAT=PATH`.
struct WriteRequest: Hashable, Sendable {
  var format: String
  var path: String

  /// Reads all `--write` options; every format must be one of those that the command writes.
  static func read(_ invocation: Invocation, formats: [String]) throws(CommandError) -> [WriteRequest] {
    var requests: [WriteRequest] = []
    for value in invocation.values(.write) {
      let parts = value.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw .usage(
          UsageError(
            "--write cannot be `\(value)`", help: "write --write FORMAT=PATH", command: invocation.command))
      }
      let format = String(parts[0])
      guard formats.contains(format) else {
        let nearest = NearestName.nearest(to: format, among: formats)
        throw .usage(
          UsageError(
            "--write knows no format `\(format)`",
            help: nearest.map { "did you mean `\($0)`?" } ?? "it is one of \(formats.joined(separator: ", "))",
            command: invocation.command))
      }
      requests.append(WriteRequest(format: format, path: String(parts[1])))
    }
    return requests
  }
}
