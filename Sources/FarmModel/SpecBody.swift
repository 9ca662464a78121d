/// All that a document says about a spec but its hash.
///
/// Real pages repeat few bodies under many hashes, so a farm keeps each body once and its specs as hash and body number.
package struct SpecBody: Hashable, Sendable {
  package var package: PackageID
  package var version: VersionID
  package var platform: PlatformID
  package var os: OperatingSystemID
  package var target: TargetID
  package var compiler: CompilerRecord
  package var variants: VariantListID
  package var stacks: StackSetID

  package init(
    package: PackageID, version: VersionID, platform: PlatformID, os: OperatingSystemID, target: TargetID,
    compiler: CompilerRecord, variants: VariantListID, stacks: StackSetID
  ) {
    self.package = package
    self.version = version
    self.platform = platform
    self.os = os
    self.target = target
    self.compiler = compiler
    self.variants = variants
    self.stacks = stacks
  }
}
