extension Compiler {
  /// Whether a document's words for a compiler say that it does not record it (semantics §1).
  package static func isUnrecorded(_ written: String) -> Bool {
    written.isEmpty || NameTable.isSame(written, "none") || NameTable.isSame(written, "-")
  }
}
