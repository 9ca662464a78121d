import FarmModel

/// Where a coverage sentence wants a build: values of the dimensions that are not the package or version.
struct Place: Hashable, Comparable {
  /// What stands for a dimension that is not bound; the lowest, so that it sorts first.
  private static let unbound: UInt32 = 0

  /// Each the value plus 1, or `unbound`; in the order in which findings carry them.
  private var stack = Place.unbound
  private var os = Place.unbound
  private var platform = Place.unbound
  private var target = Place.unbound
  private var compiler = Place.unbound

  /// The dimensions that a place can bind, in the order in which findings carry them.
  static let dimensions: [Dimension] = [.stack, .os, .platform, .target, .compiler]

  /// The value of a dimension; `nil` where it is not bound.
  subscript(dimension: Dimension) -> UInt32? {
    get {
      let stored =
        switch dimension {
        case .stack: stack
        case .os: os
        case .platform: platform
        case .target: target
        case .compiler: compiler
        case .package, .version, .variants, .hash: Place.unbound
        }
      return stored == Place.unbound ? nil : stored - 1
    }
    set {
      let stored = newValue.map { $0 + 1 } ?? Place.unbound
      switch dimension {
      case .stack: stack = stored
      case .os: os = stored
      case .platform: platform = stored
      case .target: target = stored
      case .compiler: compiler = stored
      case .package, .version, .variants, .hash: break
      }
    }
  }

  /// Calls `body` for each dimension that is bound, in the order in which findings carry them.
  @inline(__always)
  func forEachBinding(_ body: (Dimension, UInt32) -> Void) {
    if stack != Place.unbound { body(.stack, stack - 1) }
    if os != Place.unbound { body(.os, os - 1) }
    if platform != Place.unbound { body(.platform, platform - 1) }
    if target != Place.unbound { body(.target, target - 1) }
    if compiler != Place.unbound { body(.compiler, compiler - 1) }
  }

  static func < (first: Place, second: Place) -> Bool {
    if first.stack != second.stack { return first.stack < second.stack }
    if first.os != second.os { return first.os < second.os }
    if first.platform != second.platform { return first.platform < second.platform }
    if first.target != second.target { return first.target < second.target }
    return first.compiler < second.compiler
  }
}
