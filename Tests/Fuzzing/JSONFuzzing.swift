import FarmDocuments

/// A text is read or refused with a place that lies within it.
func readJSON(_ bytes: [UInt8]) {
  do throws(JSONTree.Problem) {
    _ = try JSONTree.read(bytes)
  } catch {
    precondition((0...bytes.count).contains(error.offset), "the place lies outside the text")
  }
}
