import FarmModel

/// What has been read of one spec.
struct SpecDraft {
  var seen: SpecKeys = []
  var hash: JSONText?
  var body = FarmFragment.Body(
    version: 0, platform: 0, os: 0, target: 0, compiler: FarmFragment.Body.unrecordedCompiler, variants: 0, stacks: 0)
  var arches: UInt32 = .max
  var architecture: (platform: UInt32, os: UInt32, target: UInt32)?
  /// The text of `tarball`, if it has no escapes.
  var tarball: Range<Int>?
  /// The keys that are not known, of which few specs have any.
  var others: KeyRegister?
}
