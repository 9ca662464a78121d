/// The version of the tool, as `--version` and reports name it.
package enum ToolVersion {
  package static let text = "0.1.0"
}
