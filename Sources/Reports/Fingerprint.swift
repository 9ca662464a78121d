import CoverageEngine
import FarmModel

/// Fingerprints by which other programs know a finding again: made of its identity alone, so that no change of wording,
/// place or order makes an old finding a new one.
enum Fingerprint {
  /// The first 128 bits of the identity's SHA-256 digest, in hexadecimal.
  static func of(_ identity: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = SHA256Digest.digest(of: Array(identity.utf8)).prefix(16)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
