/// The commands of a build, where the user gives none.
enum JobScript {
  /// The fields that every task of a list carries, in this order.
  static let taskFields = JobField.allCases

  /// Installs one spec on this machine and pushes it where `$BUILDCACHE` says.
  static let plain = JobTemplate(parts: [
    .text("spack install "), .field(.spec),
    .text("\nif [ -n \"${BUILDCACHE:-}\" ]; then\n  spack buildcache push --unsigned \"$BUILDCACHE\" "), .field(.spec),
    .text("\nfi"),
  ])

  /// Concretizes the stack's environment with the spec in it, installs the spec and pushes it, as `spack ci rebuild`
  /// does.
  static let environment = JobTemplate(parts: [
    .text("spack -e "), .environment, .text(" add "), .field(.spec),
    .text("\nspack -e "), .environment, .text(" concretize"),
    .text("\nspack -e "), .environment, .text(" install --no-add "), .field(.spec),
    .text("\nspack -e "), .environment, .text(" buildcache push --unsigned \"$BUILDCACHE\" "), .field(.spec),
  ])
}

extension JobTemplate {
  /// The commands as a function `build`.
  func function(environment: JobTemplate) -> String {
    let commands = commands(environment: environment)
    if !commands.contains(where: { !$0.isWhitespace }) { return "build() { :; }\n" }
    // The end of a here-document must stay at the beginning of its line.
    let margin = commands.contains("<<") ? "" : "  "
    let lines = commands.split(separator: "\n", omittingEmptySubsequences: false)
    return "build() {\n" + lines.map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined() + "}\n"
  }
}
