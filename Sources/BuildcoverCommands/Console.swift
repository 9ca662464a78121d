import Diagnostics

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The streams and the surroundings of a run: standard output for what was asked for, standard error for the rest.
struct Console: Sendable {
  /// Columns of the terminal that standard output goes to; 80 where it is none.
  var width: Int
  var isOutputTerminal: Bool
  var isErrorTerminal: Bool
  /// Whether `NO_COLOR` forbids colour (https://no-color.org).
  var forbidsColor: Bool

  /// What the process was started with.
  static func current() -> Console {
    let isOutputTerminal = isatty(STDOUT_FILENO) == 1
    var size = winsize()
    let hasSize = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Console(
      width: isOutputTerminal && hasSize ? Int(size.ws_col) : 80,
      isOutputTerminal: isOutputTerminal,
      isErrorTerminal: isatty(STDERR_FILENO) == 1,
      forbidsColor: getenv("NO_COLOR").map { $0.pointee != 0 } ?? false)
  }

  /// Whether to colour a stream.
  func usesColor(_ invocation: Invocation, onTerminal isTerminal: Bool) -> Bool {
    switch invocation.value(.color) {
    case "always": true
    case "never": false
    default: isTerminal && !forbidsColor
    }
  }

  /// Writes to standard output. A reader that went away (`| head`) is no error.
  func write(_ text: String) throws(OutputError) {
    if let problem = ByteSink.writeAll(text, to: STDOUT_FILENO), problem != EPIPE {
      throw OutputError(path: "standard output", errorNumber: problem)
    }
  }

  /// Writes to standard error; where that fails there is nobody left to tell.
  func complain(_ text: String) {
    _ = ByteSink.writeAll(text, to: STDERR_FILENO)
  }
}

/// The day in UTC, from the system's clock.
enum Clock {
  static func today() -> (year: Int, month: Int, day: Int) {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }

  /// Seconds since some fixed moment, for measuring how long something takes.
  static func seconds() -> Double {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return Double(moment.tv_sec) + Double(moment.tv_nsec) / 1e9
  }
}

/// What the machine has.
enum Machine {
  /// The cores that the process may use; at least 1.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// What the process does with signals and limits.
enum ProcessSetup {
  /// A closed pipe and a file-size limit become errors of `write` instead of deaths; running out of memory under a
  /// limit becomes a message and exit status 2.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit()
    guard getrlimit(limitOfAddressSpace, &limit) == 0, limit.rlim_cur < rlim_t(Int64.max) else { return }
    for fault in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV] {
      signal(fault) { _ in
        // Only what may be called in a signal handler: one write of constant bytes, and the end.
        let message: StaticString =
          "buildcover: error: out of memory: the limit of this process's address space (ulimit -v) is too small\n"
        _ = writeFromHandler(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
        _exit(2)
      }
    }
  }

  #if canImport(Darwin)
  private static let limitOfAddressSpace = RLIMIT_AS
  #else
  private static let limitOfAddressSpace = __rlimit_resource_t(RLIMIT_AS.rawValue)
  #endif
}

/// The system's `write`, reachable from a signal handler.
private func writeFromHandler(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

/// Ends the process.
package func exitProcess(_ status: Int32) -> Never { exit(status) }
