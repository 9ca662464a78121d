/// Writes the HTML report: one file that shows one snapshot, needs no network and no library, and opens from disk.
///
/// Every string from documents and policies is data in it: escaped where it stands in markup, else inside one JSON
/// text, which the page's script shows as text and never as markup.
package struct HTMLReporter: Sendable {
  package init() {}

  /// Complexity: O(n log n) in the cells, findings and bodies.
  package func write(_ input: HTMLReportInput, to output: inout some TextOutputStream) {
    HTMLPage(input: input).write(to: &output)
  }
}
