/// Policies in which every form of sentence and clause occurs.
enum Sentences {
  static let coverage = [
    "every version built on every stack's targets", "every version built in every stack",
    "every package built in every stack in the farm", "the latest version built on every stack's targets",
    "the latest 2 versions built in every stack", "the latest version @:1 built on every target",
    "every version built on every target", "every version built on every target in the farm",
    "every version runnable on every target", "every version runnable on targets x86_64_v4, neoverse_v1",
    "every version built in every stack, on targets x86_64_v3", "every version built with every stack's compilers",
    "every version built in every stack's configurations", "every version built on every stack's targets and oses",
    "every version built on every stack's main targets", "every version built on every package's oses",
    "every version built in every package's configurations", "every package built on every package's compilers",
    "every version built in every stack's configurations, with every compiler",
    "every version built in every stack's configurations and in every package's configurations",
    "every version built with compilers gcc@11.4.0, gcc@=13.1.0", "every version built with compilers gcc*",
    "every version built with at least 2 compilers", "every package built on at least 2 targets",
    "every version built in every stack with at least 2 compilers of gcc@=11.4.0, gcc@=12.1.0, clang@=15.0.0",
    "every package built in at least 2 stacks", "every package built in at least 1 stack of root, e4s-*",
    "every package runnable on at least 2 targets of x86_64_v4, neoverse_v1, x86_64_v2",
    "every package built on any of targets x86_64_v3, ppc64le", "every version built with +mpi in every stack",
    "every version built with ~mpi", "every version built with %gcc@12: in every stack",
    "every version built with %gcc with at least 2 compilers", "every version @1.2: built in every stack",
    "every version in the farm built in every stack in the farm", "every version in stacks e4s, root built in stack ml",
    "every version in stack e4s* built in stacks ml, e4s", "versions 1.2, 3.0 built in stacks e4s, absent, root",
    "versions 1.2 built on every os in the farm", "every version built in every stack, with every platform",
    "every version built on every stack's targets, in stacks e4s*",
    "every version built in every os and on every target",
    "every package built in every stack's configurations, with compilers gcc@=12.1.0",
    "every version runnable on every stack's targets", "every package built with every compiler in the farm",
    "every version built with build_type=Release libs=static in every stack",
  ]

  static let others = [
    "at most 1 build per package, version, stack, target, os, compiler and variants", "exactly 1 os per stack",
    "at most 1 compiler per stack", "exactly 1 compiler per stack", "at least 2 compilers per package",
    "at most 2 versions per package, stack", "at most 1 variants per package, version",
    "at least 2 targets per package",
    "at least 1 stack per package", "at most 1 package per target and compiler", "exactly 2 builds per os",
    "at most 1 platform per version", "at least 2 stacks per package and version", "exactly 1 compiler per target",
    "no orphaned builds", "no builds with unrecorded compilers", "no builds with %gcc@:11",
    "no builds with %gcc@12: in stacks e4s*", "no builds on targets x86_64_v3, aarch64", "no builds in stacks root",
    "no orphaned builds with +mpi", "no builds with versions @1.2", "no builds with compilers gcc@=11.4.0",
    "no builds with missing run dependencies", "no package lost", "no version lost", "no build lost",
  ]

  static let clauses = [
    [], ["for packages py-*, hdf5"], ["for packages zlib, vanished"], ["except packages hdf5"], ["for variants mpi"],
    ["waive packages hdf5, zlib until 2026-11-20 because \"a\"", "waive packages * until 2026-11-19 because \"b\""],
    ["for packages *-pip, hdf5", "for packages hdf5, absent"],
  ]

  static let stackClauses = [
    ["for stacks e4s*"], ["except stacks e4s"], ["waive packages zlib in stacks ml until 2030-01-01 because \"c\""],
    ["except packages hdf5 in stacks e4s, ml", "for stacks e4s, ml"],
  ]

  static let versionClauses = [["for versions @1.2:"], ["except versions 1.10, 2.0rc1"]]
}
