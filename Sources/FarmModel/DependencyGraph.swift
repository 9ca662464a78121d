/// Who depends on whom, as Spack indexes record it: every node of the snapshot's indexes, built or not.
///
/// Nodes are kept as a farm keeps specs, as columns of numbers; one is put into words when it is asked for.
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
    /// Whether it is a build of the farm: some index of the snapshot says `in_buildcache: true`, or a page lists it.
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

  let specs: SpecTables
  let bodyOfNode: [BodyID]
  let hashes: HashColumn
  let states: [SpecState]
  /// The dependencies of all nodes, in numbers.
  package let edges: EdgeColumns
  /// The part of the farm to which the graph belongs, where it is one: all nodes are there, but those of other parts are
  /// only for constraints to look at.
  let shard: Shard?

  /// Takes columns of equal length, in the order of package, then hash.
  init(
    specs: SpecTables, bodyOfNode: [BodyID], hashes: HashColumn, states: [SpecState], edges: EdgeColumns,
    shard: Shard? = nil
  ) {
    precondition(bodyOfNode.count == hashes.count && states.count == hashes.count && edges.nodeCount == hashes.count)
    self.specs = specs
    self.bodyOfNode = bodyOfNode
    self.hashes = hashes
    self.states = states
    self.edges = edges
    self.shard = shard
  }
}

extension DependencyGraph {
  /// The same graph as that of a part of the farm.
  func limited(to shard: Shard) -> DependencyGraph {
    DependencyGraph(
      specs: specs, bodyOfNode: bodyOfNode, hashes: hashes, states: states, edges: edges, shard: shard)
  }

  /// Whether a node is of this part of the farm, where the graph belongs to one. Complexity: O(1).
  package func isOwn(_ node: NodeID) -> Bool { shard?.holds(package(of: node)) ?? true }

  /// Whether a node is a build of the farm.
  package func isBuilt(_ node: NodeID) -> Bool { states[Int(node)].contains(.built) }

  /// Whether a node is installed outside Spack.
  package func isExternal(_ node: NodeID) -> Bool { states[Int(node)].contains(.external) }

  /// Whether a node is referenced, but neither built nor external (documents §2).
  package func isHole(_ node: NodeID) -> Bool { states[Int(node)].isDisjoint(with: [.built, .external]) }

  /// Calls `body` with each dependency of a node, without putting it into words: its node, `nil` where no index has
  /// it, and why. Complexity: O(dependencies).
  package func forEachDependency(of node: NodeID, _ body: (NodeID?, DependencyTypes) -> Void) {
    for edge in edges.range(of: Int(node)) { body(edges.node(edge), edges.kind(edge).types) }
  }
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

/// What is known of a spec besides its attributes.
package struct SpecState: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A build of the snapshot.
  package static let built = SpecState(rawValue: 1)
  /// Installed outside Spack.
  package static let external = SpecState(rawValue: 2)
  /// Described by an index, so that its dependencies are known.
  package static let indexed = SpecState(rawValue: 4)
  /// In the index of some stack that has not pushed it.
  package static let carried = SpecState(rawValue: 8)
}
