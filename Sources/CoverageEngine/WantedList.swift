package import FarmModel

/// What a stack is meant to hold, as its `spack.lock` says.
package struct WantedList: Sendable {
  /// One concrete spec of the lockfile.
  package struct Spec: Sendable, Hashable {
    package var hash: String
    package var package: String
    package var version: String
    /// Installed outside Spack: never a build.
    package var isExternal: Bool
    /// The hashes of the specs that it depends on, with why.
    package var dependencies: [Dependency]

    package init(hash: String, package: String, version: String, isExternal: Bool, dependencies: [Dependency]) {
      self.hash = hash
      self.package = package
      self.version = version
      self.isExternal = isExternal
      self.dependencies = dependencies
    }
  }

  /// An edge of the lockfile.
  package struct Dependency: Sendable, Hashable {
    package var package: String
    package var hash: String
    package var types: DependencyTypes

    package init(package: String, hash: String, types: DependencyTypes) {
      self.package = package
      self.hash = hash
      self.types = types
    }
  }

  package var stack: String
  /// The hashes that were asked for.
  package var roots: [String]
  /// All concrete specs, those of the roots and their dependencies.
  package var specs: [Spec]

  package init(stack: String, roots: [String], specs: [Spec]) {
    self.stack = stack
    self.roots = roots
    self.specs = specs
  }
}
