/// Who depends on whom, as Spack indexes record it: every node of the snapshot's indexes, built or not.
package struct DependencyGraph: Sendable {
  /// The number of a node in `nodes`; nodes stand in the order of package, then hash.
  package typealias NodeID = UInt32

  /// One concrete spec of an index.
  package struct Node: Sendable, Hashable {
    package var hash: String
    package var package: String
    package var version: String
    package var platform: String
    package var os: String
    package var target: String
    /// As `Compiler.written`; `nil` where `compilerState` is not `.known`.
    package var compiler: String?
    package var hasNoCompiler: Bool
    package var variants: VariantList
    /// The stacks whose index has the hash at all, by number in the farm, ascending.
    package var stacks: [StackID]
    /// Whether some index of the snapshot says `in_buildcache: true`: then it is a build of the farm.
    package var isBuilt: Bool
    /// Installed outside Spack (glibc, a system gcc): never a build.
    package var isExternal: Bool
    package var dependencies: [Edge]

    package init(
      hash: String, package: String, version: String, platform: String, os: String, target: String, compiler: String?,
      hasNoCompiler: Bool, variants: VariantList, stacks: [StackID], isBuilt: Bool, isExternal: Bool,
      dependencies: [Edge]
    ) {
      self.hash = hash
      self.package = package
      self.version = version
      self.platform = platform
      self.os = os
      self.target = target
      self.compiler = compiler
      self.hasNoCompiler = hasNoCompiler
      self.variants = variants
      self.stacks = stacks
      self.isBuilt = isBuilt
      self.isExternal = isExternal
      self.dependencies = dependencies
    }
  }

  /// A dependency of a node.
  package struct Edge: Sendable, Hashable {
    /// The node depended on; `nil` where no index has it.
    package var node: NodeID?
    package var package: String
    package var hash: String
    package var types: DependencyTypes
    /// The virtual packages that it provides to the node, such as `mpi` or `c`.
    package var virtuals: [String]

    package init(node: NodeID?, package: String, hash: String, types: DependencyTypes, virtuals: [String]) {
      self.node = node
      self.package = package
      self.hash = hash
      self.types = types
      self.virtuals = virtuals
    }
  }

  package var nodes: [Node]

  package init(nodes: [Node]) { self.nodes = nodes }
}

/// Why a spec depends on another.
package struct DependencyTypes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let build = DependencyTypes(rawValue: 1)
  package static let link = DependencyTypes(rawValue: 2)
  package static let run = DependencyTypes(rawValue: 4)
  package static let test = DependencyTypes(rawValue: 8)
}
