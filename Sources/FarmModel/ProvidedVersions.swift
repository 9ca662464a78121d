/// Which versions of a virtual package a provider provides, where indexes do not say: the MPI standard of the two
/// implementations that farms build (`provides(…)` in Spack's recipes of mpich and openmpi, 0.23).
enum ProvidedVersions {
  /// `nil` where it is not known.
  static func versions(of virtual: String, by provider: String, at version: Version) -> VersionSet? {
    guard virtual == "mpi" else { return nil }
    let standards: [(from: String, standard: String)] =
      switch provider {
      case "mpich": [("4.0", "4.0"), ("3.2", "3.1"), ("3.0", "3.0"), ("1.2", "2.2")]
      case "openmpi": [("2.0.0", "3.1"), ("1.7.5", "3.0"), ("1.3", "2.2")]
      default: []
      }
    let known = standards.first { Version($0.from) <= version }
    return known.flatMap { try? VersionSet(":" + $0.standard) }
  }
}
