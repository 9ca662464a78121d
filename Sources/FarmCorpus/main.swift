#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes to standard error.
func complain(_ message: String) {
  var text = "farm-corpus: \(message)\n"
  text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

do {
  try CorpusWriter.write(try CorpusRequest(CommandLine.arguments.dropFirst()))
} catch {
  complain(error.message)
  complain(
    """
    usage: farm-corpus OUT [--packages N] [--specs N] [--seed N] [--tarballs] [--index] [--snapshot TAG]
    writes a seeded farm like real ones: pages below OUT/_cache/TAG, or with --index one index below OUT/TAG/e4s
    """)
  exit(2)
}
