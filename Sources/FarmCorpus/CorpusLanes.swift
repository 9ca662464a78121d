/// A lane of the generated farm: stacks that may share one binary, and what they build with there. A stack that is in
/// several lanes has several targets. Modelled on the stacks of Spack's public farm.
struct CorpusLane {
  var stacks: [String]
  var os: String
  var compilers: [String]
  var target: String

  static let all: [CorpusLane] = {
    let gcc11 = "gcc@=11.4.0"
    let gcc12 = "gcc@=12.3.0"
    let gcc7 = "gcc@=7.3.1"
    let oneapi = "oneapi@=2024.2.1"
    let cce = "cce@=15.0.1"
    func lane(_ stacks: [String], _ os: String, _ compilers: [String], _ target: String) -> CorpusLane {
      CorpusLane(stacks: stacks, os: os, compilers: compilers, target: target)
    }
    return [
      lane(["e4s", "radiuss", "data-vis-sdk", "build_systems"], "ubuntu22.04", [gcc11, gcc12], "x86_64_v3"),
      lane(["build_systems"], "ubuntu22.04", [gcc11], "aarch64"),
      lane(["e4s-rocm-external"], "ubuntu20.04", [gcc11], "x86_64_v3"),
      lane(["e4s-rocm-external"], "ubuntu20.04", [gcc12], "zen4"),
      lane(["e4s-oneapi"], "ubuntu22.04", [oneapi], "x86_64_v3"),
      lane(["e4s-power"], "ubuntu20.04", [gcc11], "ppc64le"),
      lane(["e4s-neoverse_v1"], "ubuntu22.04", [gcc11], "neoverse_v1"),
      lane(["e4s-neoverse-v2"], "ubuntu22.04", [gcc12], "neoverse_v2"),
      lane(["e4s-cray-rhel"], "rhel8", [cce], "zen4"),
      lane(["e4s-cray-sles"], "sle_hpc15", [cce], "zen4"),
      lane(["aws-isc"], "amzn2", [gcc7], "x86_64_v3"),
      lane(["aws-isc"], "amzn2", [gcc7], "skylake_avx512"),
      lane(["aws-isc"], "amzn2", [gcc7, gcc12], "x86_64_v4"),
      lane(["aws-isc-aarch64"], "amzn2", [gcc7], "aarch64"),
      lane(["aws-isc-aarch64"], "amzn2", [gcc7], "neoverse_n1"),
      lane(["aws-isc-aarch64"], "amzn2", [gcc12], "neoverse_v1"),
      lane(["aws-isc-aarch64"], "amzn2", [gcc12], "neoverse_v2"),
      lane(["aws-pcluster-icelake", "aws-pcluster-x86_64_v4"], "amzn2", [gcc12, oneapi], "x86_64_v4"),
      lane(["aws-pcluster-x86_64_v4"], "amzn2", [gcc12], "skylake_avx512"),
      lane(["aws-pcluster-neoverse_v1"], "amzn2", [gcc12], "neoverse_v1"),
      lane(
        ["ml-linux-x86_64-cpu", "ml-linux-x86_64-cuda", "ml-linux-x86_64-rocm"], "ubuntu24.04", ["none", gcc12],
        "x86_64_v3"),
      lane(["ml-linux-aarch64-cpu", "ml-linux-aarch64-cuda"], "ubuntu24.04", ["none", gcc12], "aarch64"),
      lane(["developer-tools-x86_64_v3-linux-gnu"], "ubuntu24.04", [gcc12], "x86_64_v3"),
      lane(["developer-tools-aarch64-linux-gnu"], "ubuntu24.04", [gcc12], "aarch64"),
      lane(["developer-tools-manylinux2014"], "ubuntu20.04", ["none"], "x86_64_v3"),
      lane(["developer-tools-manylinux2014"], "ubuntu20.04", ["none"], "ppc64le"),
    ]
  }()

  /// The stacks of all lanes; popular ones several times, so that a random pick prefers them.
  static let weightedStacks: [String] = {
    let weights = ["e4s": 9, "radiuss": 3, "build_systems": 3, "aws-isc": 2]
    return Set(all.flatMap(\.stacks)).sorted().flatMap { Array(repeating: $0, count: weights[$0] ?? 1) }
  }()
}
