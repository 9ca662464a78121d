#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Runs the same work on several threads and waits for all of them. Plain threads: they cost nothing at start-up.
enum Workers {
  /// Calls `work` once for each number below `count`, number 0 on the calling thread.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    var unstarted: [Int] = []
    for number in 1..<max(count, 1) {
      if let thread = start({ work(number) }) { threads.append(thread) } else { unstarted.append(number) }
    }
    work(0)
    for number in unstarted { work(number) }
    for thread in threads { pthread_join(thread, nil) }
  }

  /// As `run`, and returns what `work` gives for each number, in order.
  static func map<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
    let slots = (0..<max(count, 1)).map { _ in Slot<Result>() }
    run(count) { slots[$0].result = work($0) }
    return slots.compactMap(\.result)
  }

  /// Where one thread leaves its result. Safe without a lock: one thread writes it, and it is read only when that thread
  /// has ended and was waited for, which ThreadSanitizer can see; it knows nothing of `Mutex` on Linux.
  private final class Slot<Result: Sendable>: @unchecked Sendable {
    var result: Result?
  }

  private final class Box: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  private static func start(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    let box = Unmanaged.passRetained(Box(work)).toOpaque()
    if let thread = WorkerThread.create(box) { return thread }
    Unmanaged<Box>.fromOpaque(box).release()
    return nil
  }

  /// Runs the work of a box that `start` has retained.
  fileprivate static func runBox(_ pointer: UnsafeMutableRawPointer) {
    Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().work()
  }
}

/// The difference between systems in how a thread begins.
private enum WorkerThread {
  #if canImport(Darwin)
  static func create(_ argument: UnsafeMutableRawPointer) -> pthread_t? {
    var thread: pthread_t?
    return pthread_create(&thread, nil, main, argument) == 0 ? thread : nil
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { argument in
    Workers.runBox(argument)
    return nil
  }
  #else
  static func create(_ argument: UnsafeMutableRawPointer) -> pthread_t? {
    var thread: pthread_t = 0
    return pthread_create(&thread, nil, main, argument) == 0 ? thread : nil
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
    if let argument { Workers.runBox(argument) }
    return nil
  }
  #endif
}
