/// The names by which specs call compilers.
package enum CompilerNames {
  /// What Spack calls a compiler: names before 1.0, and the packages that are compilers since
  /// (`spack/aliases.py`, `LEGACY_COMPILER_TO_BUILTIN`, and the providers of `c`, `cxx` and `fortran` in its recipes).
  private static let known: Set<String> = [
    "aocc", "apple-clang", "arm", "cce", "clang", "dpcpp", "fj", "gcc", "intel", "msvc", "nag", "nvhpc", "oneapi",
    "pgi",
    "rocmcc", "xl", "xl_r", "acfl", "fujitsu-compiler", "intel-oneapi-compilers", "intel-oneapi-compilers-classic",
    "llvm", "llvm-amdgpu", "cray-cce", "ibm-xl",
  ]

  /// The package that is called by the old name of a compiler.
  private static let packages = [
    "clang": "llvm", "oneapi": "intel-oneapi-compilers", "rocmcc": "llvm-amdgpu",
    "intel": "intel-oneapi-compilers-classic", "arm": "acfl", "fj": "fujitsu-compiler", "xl": "ibm-xl",
  ]

  /// Whether `%name` asks for a compiler, and not for another dependency.
  package static func isCompiler(_ name: String) -> Bool { known.contains(name) }

  /// Whether two names mean the same compiler: `clang` and `llvm`.
  package static func areSame(_ first: String, _ second: String) -> Bool {
    NameTable.isSame(package(of: first), package(of: second))
  }

  /// The package of a compiler: `llvm` for `clang`.
  package static func package(of name: String) -> String { packages[name] ?? name }
}
