#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Writes a generated farm to disk.
enum CorpusWriter {
  static func write(_ request: CorpusRequest) throws(CorpusProblem) {
    var generator = SeededGenerator(seed: request.seed)
    let names = CorpusWords.packageNames(request.packages, generator: &generator)
    let weights = names.map { _ in min(generator.logNormal(0, 1.3), 40) }
    let total = weights.reduce(0, +)
    let index = request.isIndex ? try indexFile(of: request) : nil
    for (position, name) in names.enumerated() {
      let count = max(2, Int((weights[position] * Double(request.specs) / total).rounded()))
      var ownGenerator = SeededGenerator(seed: request.seed, name: name)
      let package = CorpusPackage(name: name, specCount: count, generator: &ownGenerator)
      if let index {
        try write((position > 0 ? "," : "") + package.indexRecords(), to: index)
      } else {
        let directory = "\(request.output)/_cache/\(request.snapshot)/\(name)"
        try makeDirectories(directory)
        let file = try create("\(directory)/specs.md")
        try write(package.page(snapshot: request.snapshot, withTarballs: request.hasTarballs), to: file)
        fclose(file)
      }
    }
    if let index {
      try write("}}}", to: index)
      fclose(index)
    }
  }

  private static func indexFile(of request: CorpusRequest) throws(CorpusProblem) -> UnsafeMutablePointer<FILE> {
    let directory = "\(request.output)/\(request.snapshot)/e4s/build_cache"
    try makeDirectories(directory)
    let file = try create("\(directory)/index.json")
    try write("{\"database\":{\"version\":\"7\",\"installs\":{", to: file)
    return file
  }

  private static func makeDirectories(_ path: String) throws(CorpusProblem) {
    var current = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      current += part + "/"
      if mkdir(current, 0o777) != 0, errno != EEXIST { throw CorpusProblem(message: "cannot make \(current)") }
    }
  }

  private static func create(_ path: String) throws(CorpusProblem) -> UnsafeMutablePointer<FILE> {
    guard let file = fopen(path, "w") else { throw CorpusProblem(message: "cannot write \(path)") }
    return file
  }

  private static func write(_ text: String, to file: UnsafeMutablePointer<FILE>) throws(CorpusProblem) {
    var text = text
    let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) }
    if written != text.utf8.count { throw CorpusProblem(message: "cannot write: the disk may be full") }
  }
}
