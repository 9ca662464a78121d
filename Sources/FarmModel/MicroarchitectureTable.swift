/// The facts of archspec 0.2.7 (`archspec/json/cpu/microarchitectures.json` in the package on PyPI, the version that
/// answered the test vectors): every target that Spack knows by name, its maker and what it descends from.
///
/// A target comes after all of its parents.
enum MicroarchitectureTable {
  typealias Row = (name: String, vendor: String, parents: [String])

  static let rows: [Row] =
    x86Rows + armRows + powerRows + otherRows

  private static let x86Rows: [Row] = [
    ("x86", "generic", []),
    ("i686", "GenuineIntel", ["x86"]),
    ("pentium2", "GenuineIntel", ["i686"]),
    ("pentium3", "GenuineIntel", ["pentium2"]),
    ("pentium4", "GenuineIntel", ["pentium3"]),
    ("prescott", "GenuineIntel", ["pentium4"]),
    ("x86_64", "generic", []),
    ("x86_64_v2", "generic", ["x86_64"]),
    ("x86_64_v3", "generic", ["x86_64_v2"]),
    ("x86_64_v4", "generic", ["x86_64_v3"]),
    ("nocona", "GenuineIntel", ["x86_64"]),
    ("core2", "GenuineIntel", ["nocona"]),
    ("nehalem", "GenuineIntel", ["core2", "x86_64_v2"]),
    ("westmere", "GenuineIntel", ["nehalem"]),
    ("sandybridge", "GenuineIntel", ["westmere"]),
    ("ivybridge", "GenuineIntel", ["sandybridge"]),
    ("haswell", "GenuineIntel", ["ivybridge", "x86_64_v3"]),
    ("broadwell", "GenuineIntel", ["haswell"]),
    ("skylake", "GenuineIntel", ["broadwell"]),
    ("mic_knl", "GenuineIntel", ["broadwell"]),
    ("skylake_avx512", "GenuineIntel", ["skylake", "x86_64_v4"]),
    ("cannonlake", "GenuineIntel", ["skylake", "x86_64_v4"]),
    ("cascadelake", "GenuineIntel", ["skylake_avx512"]),
    ("icelake", "GenuineIntel", ["cascadelake", "cannonlake"]),
    ("sapphirerapids", "GenuineIntel", ["icelake"]),
    ("alderlake", "GenuineIntel", ["skylake"]),
    ("arrowlake", "GenuineIntel", ["alderlake"]),
    ("arrowlake_s", "GenuineIntel", ["arrowlake"]),
    ("k10", "AuthenticAMD", ["x86_64"]),
    ("bulldozer", "AuthenticAMD", ["x86_64_v2"]),
    ("piledriver", "AuthenticAMD", ["bulldozer"]),
    ("steamroller", "AuthenticAMD", ["piledriver"]),
    ("excavator", "AuthenticAMD", ["steamroller", "x86_64_v3"]),
    ("zen", "AuthenticAMD", ["x86_64_v3"]),
    ("zen2", "AuthenticAMD", ["zen"]),
    ("zen3", "AuthenticAMD", ["zen2"]),
    ("zen4", "AuthenticAMD", ["zen3", "x86_64_v4"]),
    ("zen5", "AuthenticAMD", ["zen4"]),
    ("zen6", "AuthenticAMD", ["zen5"]),
  ]

  private static let armRows: [Row] = [
    ("aarch64", "generic", []),
    ("armv8.1a", "generic", ["aarch64"]),
    ("armv8.2a", "generic", ["armv8.1a"]),
    ("armv8.3a", "generic", ["armv8.2a"]),
    ("armv8.4a", "generic", ["armv8.3a"]),
    ("armv8.5a", "generic", ["armv8.4a"]),
    ("armv8.6a", "generic", ["armv8.5a"]),
    ("armv9.0a", "generic", ["armv8.5a"]),
    ("armv9.2a", "generic", ["armv9.0a", "armv8.6a"]),
    ("thunderx2", "Cavium", ["armv8.1a"]),
    ("a64fx", "Fujitsu", ["armv8.2a"]),
    ("cortex_a72", "ARM", ["aarch64"]),
    ("neoverse_n1", "ARM", ["cortex_a72", "armv8.2a"]),
    ("neoverse_v1", "ARM", ["neoverse_n1", "armv8.4a"]),
    ("neoverse_v2", "ARM", ["neoverse_n1", "armv9.0a"]),
    ("neoverse_n2", "ARM", ["neoverse_n1", "armv9.0a"]),
    ("ampere1", "Ampere", ["neoverse_n1", "armv8.6a"]),
    ("ampere1a", "Ampere", ["ampere1"]),
    ("neoverse_v3ae", "ARM", ["neoverse_v2", "armv9.2a"]),
    ("olympus", "Nvidia", ["armv9.2a"]),
    ("m1", "Apple", ["armv8.4a"]),
    ("m2", "Apple", ["m1", "armv8.5a"]),
    ("m3", "Apple", ["m2", "armv8.6a"]),
    ("m4", "Apple", ["m3", "armv8.6a"]),
    ("arm", "generic", []),
  ]

  private static let powerRows: [Row] = [
    ("ppc64", "generic", []),
    ("power7", "IBM", ["ppc64"]),
    ("power8", "IBM", ["power7"]),
    ("power9", "IBM", ["power8"]),
    ("power10", "IBM", ["power9"]),
    ("ppc64le", "generic", []),
    ("power8le", "IBM", ["ppc64le"]),
    ("power9le", "IBM", ["power8le"]),
    ("power10le", "IBM", ["power9le"]),
    ("ppc", "generic", []),
    ("ppcle", "generic", []),
  ]

  private static let otherRows: [Row] = [
    ("sparc", "generic", []),
    ("sparc64", "generic", []),
    ("riscv64", "generic", []),
    ("u74mc", "SiFive", ["riscv64"]),
    ("x60", "SpacemiT", ["riscv64"]),
  ]
}
