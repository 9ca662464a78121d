/// The words that generated packages and variants are named with.
enum CorpusWords {
  static let words = """
    adios arrow blas boost catalyst cgal chunk conduit core cuda data dense edge fabric fast fft field flow fmt form gen
    geo glib graph grid hash hdf heat hub image io json kernel lapack layer link log lua mesh metis mix mpi net node
    ocean parse path perf petsc pipe plot pool proc proto qt ray rocm scan scale sim solver spline stat stream sync tau
    tensor tiff tool trace tree trilinos umpire unit vec view vis vtk wave xml yaml zfp zip
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  static let flags = """
    aws blosc2 bzip2 cuda dataspaces debug docs doxygen examples fortran hdf5 ipo kokkos lapack libcatalyst libpressio
    logging mgard mpi openmp optimize pic png profile python rocm sst shared ssc static sz tests threads tools unicode
    valgrind vtk xml zfp zlib
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private static let prefixes = ["py-", "py-", "py-", "r-", "perl-", "lib", "", "", ""]

  /// As many different package names as asked for.
  static func packageNames(_ count: Int, generator: inout SeededGenerator) -> [String] {
    var known: Set<String> = []
    var names: [String] = []
    while names.count < count {
      let parts = generator.sample(words, generator.pick([1, 2, 2, 2, 3]))
      let name = generator.pick(prefixes) + parts.joined(separator: "-")
      if known.insert(name).inserted { names.append(name) }
    }
    return names
  }
}
