/// Part of what documents say, as one reader has gathered it: tables of names in the order in which they were met, and
/// columns of numbers into them, which mean nothing outside the fragment.
///
/// `FarmAssembly` makes farms of the fragments of all readers.
package struct FarmFragment: Sendable {
  /// What is said about a spec but its package and hash; numbers are positions in the tables of the fragment.
  package struct Body: Hashable, Sendable {
    package var version: UInt32
    package var platform: UInt32
    package var os: UInt32
    package var target: UInt32
    /// A position in `compilers`, `Body.unrecordedCompiler` or `Body.noCompiler`.
    package var compiler: UInt32
    /// A position in `variantLists`.
    package var variants: UInt32
    /// A position in `stackSets`.
    package var stacks: UInt32

    package static let unrecordedCompiler = UInt32.max
    package static let noCompiler = UInt32.max - 1

    package init(
      version: UInt32, platform: UInt32, os: UInt32, target: UInt32, compiler: UInt32, variants: UInt32, stacks: UInt32
    ) {
      self.version = version
      self.platform = platform
      self.os = os
      self.target = target
      self.compiler = compiler
      self.variants = variants
      self.stacks = stacks
    }
  }

  /// Specs of one package from one document, which stand together in the columns.
  package struct Run: Sendable {
    package var snapshot: String
    package var package: String
    /// Where they come from; the order of paths decides whatever the order of reading must not.
    package var path: String
    package var bodies: Range<Int>
    package var specs: Range<Int>
    /// For a run of an index, the position of its first spec in `states` and `edges`; the others follow.
    package var firstRecord: Int?

    package init(
      snapshot: String, package: String, path: String, bodies: Range<Int>, specs: Range<Int>, firstRecord: Int? = nil
    ) {
      self.snapshot = snapshot
      self.package = package
      self.path = path
      self.bodies = bodies
      self.specs = specs
      self.firstRecord = firstRecord
    }
  }

  package var versions: [String] = []
  package var platforms: [String] = []
  package var oses: [String] = []
  package var targets: [String] = []
  /// As written; `none`, `-` and the empty text are read as unrecorded.
  package var compilers: [String] = []
  /// With the aggregate stack `root`, if it is listed.
  package var stacks: [String] = []
  /// Single variants as written, or names alone where no values are recorded.
  package var variants: [String] = []
  /// Lists of positions in `variants`, in the document's order.
  package var variantLists = RaggedTable()
  /// Lists of positions in `stacks`.
  package var stackSets = RaggedTable()
  package var bodies: [Body] = []
  /// For each spec a position in `bodies`.
  package var bodyOfSpec: [UInt32] = []
  package var hashes = HashColumn()
  /// For each spec, where its hash stands in its document, in bytes from the start.
  package var offsets: [UInt32] = []
  package var runs: [Run] = []
  /// For each spec of an index, what it is; see `Run.firstRecord`. Specs of pages are all built.
  package var states: [SpecState] = []
  /// For each spec of an index, its dependencies; targets are numbers of specs of the fragment.
  package var edges = EdgeColumns()

  package init() {}
}
