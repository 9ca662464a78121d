#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// A small generator of random numbers with a seed (SplitMix64), so that a corpus can be made again anywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator for one part of a corpus: the same seed and name give the same numbers.
  init(seed: UInt64, name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = hash
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number from 0 up to but not including 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A number below a bound.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// A number of the log-normal distribution.
  mutating func logNormal(_ mean: Double, _ deviation: Double) -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return exp(mean + deviation * radius * cos(2 * Double.pi * unit()))
  }

  /// A number of the exponential distribution.
  mutating func exponential(_ rate: Double) -> Double { -log(1 - unit()) / rate }

  /// One of the values.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// Some of the values, each at most once, in random order.
  mutating func sample<Value>(_ values: [Value], _ count: Int) -> [Value] {
    var rest = values
    var picked: [Value] = []
    while picked.count < count, !rest.isEmpty { picked.append(rest.remove(at: below(rest.count))) }
    return picked
  }

  /// 32 characters of Spack's base32.
  mutating func specHash() -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    return String(decoding: (0..<32).map { _ in alphabet[below(32)] }, as: UTF8.self)
  }
}
