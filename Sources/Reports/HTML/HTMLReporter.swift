/// Writes the self-contained HTML report.
package struct HTMLReporter: Reporter {
  package init() {}

  package func write(_ input: ReportInput, to output: inout some TextOutputStream) {
    output.write("<!doctype html>\n<html lang=\"en\"><title>buildcover</title></html>\n")
  }
}
