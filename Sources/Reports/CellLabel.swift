import CoverageEngine
import FarmModel

extension Cell {
  /// What it binds besides package and version, short: `e4s/x86_64_v3 %gcc@=11.4.0`; empty where that is nothing.
  var placeLabel: String {
    var parts: [String] = []
    let place = [stack, target].compactMap { $0 }.joined(separator: "/")
    if !place.isEmpty { parts.append(place) }
    if let os { parts.append(os) }
    if let platform { parts.append(platform) }
    if let compiler { parts.append("%" + Compiler(written: compiler).canonical) }
    if let variants, !variants.isEmpty { parts.append(variants.joined(separator: " ")) }
    if let hash { parts.append("/" + hash.prefix(7)) }
    return parts.joined(separator: " ")
  }

  /// All that it binds in one line, as a sentence fragment: `hdf5 1.14.3 in e4s on x86_64_v3`.
  var sentenceLabel: String {
    var parts: [String] = []
    if let package { parts.append(package) }
    if let version { parts.append(version) }
    if let stack { parts.append("in \(stack)") }
    if let target { parts.append("on \(target)") }
    if let os { parts.append("on \(os)") }
    if let platform { parts.append("on \(platform)") }
    if let compiler { parts.append("with \(Compiler(written: compiler).canonical)") }
    if let variants, !variants.isEmpty { parts.append("with \(variants.joined(separator: " "))") }
    if let hash { parts.append("(/\(hash))") }
    return parts.joined(separator: " ")
  }
}
