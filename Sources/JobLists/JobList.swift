/// A plan in one of its forms, ready to be put where the user wants it.
package enum JobList: Hashable, Sendable {
  /// One text.
  case text(String)
  /// One text that is meant to be run.
  case script(String)
  /// Several files, by their paths below a directory of the user's choice.
  case directory([File])

  /// One file of a directory.
  package struct File: Hashable, Sendable {
    /// Relative, its parts within Spack's syntax for names: never `..`, never absolute.
    package var path: String
    package var text: String
    package var isExecutable: Bool

    package init(path: String, text: String, isExecutable: Bool = false) {
      self.path = path
      self.text = text
      self.isExecutable = isExecutable
    }
  }
}
