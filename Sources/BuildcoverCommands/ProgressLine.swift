import Synchronization

/// One line on a terminal that says how far the reading is; shown only where it takes over half a second.
final class ProgressLine: Sendable {
  private let console: Console
  private let isShown: Bool
  private let start = Clock.seconds()
  private let last = Mutex(0.0)

  init(console: Console, isQuiet: Bool) {
    self.console = console
    isShown = console.isErrorTerminal && !isQuiet
  }

  /// Takes the number of documents read, from any thread.
  func show(_ done: Int) {
    guard isShown else { return }
    let now = Clock.seconds()
    let isDue = last.withLock { last in
      guard now - start > 0.5, now - last > 0.1 else { return false }
      last = now
      return true
    }
    if isDue { console.complain("\r\u{1B}[Kreading: \(done) files…") }
  }

  /// Takes the line away again.
  func clear() {
    if isShown, last.withLock({ $0 > 0 }) { console.complain("\r\u{1B}[K") }
  }
}
