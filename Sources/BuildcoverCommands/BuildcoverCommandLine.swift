#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The command line as a function: arguments in, exit status out.
package enum BuildcoverCommandLine {
  package static func run() -> Int32 { 0 }
}

/// Ends the process.
package func exitProcess(_ status: Int32) -> Never { exit(status) }
