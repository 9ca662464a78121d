/// One built binary in words, as a document lists it: the slow and obvious form, for farms made by hand and for output.
package struct SpecDescription: Hashable, Sendable {
  package var package: String
  package var version: String
  package var hash: String
  package var platform: String
  package var os: String
  package var target: String
  /// As a document writes it, `gcc@=11.4.0`; `nil` where it is not recorded.
  package var compiler: String?
  /// Known to have been built without a compiler; then `compiler` is `nil`.
  package var hasNoCompiler: Bool
  package var variants: VariantList
  /// The stacks that carry it; may hold `root`.
  package var stacks: [String]

  package init(
    package: String, version: String, hash: String, platform: String = "linux", os: String = "ubuntu22.04",
    target: String = "x86_64_v3", compiler: String? = nil, hasNoCompiler: Bool = false,
    variants: VariantList = VariantList(written: []), stacks: [String] = []
  ) {
    self.package = package
    self.version = version
    self.hash = hash
    self.platform = platform
    self.os = os
    self.target = target
    self.compiler = compiler
    self.hasNoCompiler = hasNoCompiler
    self.variants = variants
    self.stacks = stacks
  }
}
