extension SnapshotAssembler {
  /// Whether a fragment holds the specs just as the farm is to have them: no other specs, each package in one run, the
  /// runs in the order of the packages, and the bodies in the order in which specs have them first. So it is where one
  /// worker has read a directory of pages.
  func isInOrder(_ fragment: FarmFragment, _ specCount: Int) -> Bool {
    guard fragment.hashes.count == specCount, fragment.runs.count == runs.count else { return false }
    var specEnd = 0
    var bodyEnd = 0
    var package: String?
    for reference in runs {
      let run = fragment.runs[reference.run]
      guard run.specs.lowerBound == specEnd, run.bodies.lowerBound == bodyEnd, run.firstRecord == nil,
        !run.specs.isEmpty, package.map({ !NameTable.isSame($0, run.package) }) ?? true,
        fragment.hashes.isStrictlyAscending(run.specs), SnapshotAssembler.hasBodiesInOrder(run, fragment.bodyOfSpec)
      else { return false }
      package = run.package
      specEnd = run.specs.upperBound
      bodyEnd = run.bodies.upperBound
    }
    return specEnd == specCount && bodyEnd == fragment.bodies.count
  }

  /// Whether the bodies of a run stand in the order in which its specs have them first, all of them.
  static func hasBodiesInOrder(_ run: FarmFragment.Run, _ bodyOfSpec: [UInt32]) -> Bool {
    var next = UInt32(run.bodies.lowerBound)
    let bodies = bodyOfSpec.span.extracting(run.specs)
    for spec in bodies.indices where bodies[spec] >= next {
      if bodies[spec] > next { return false }
      next += 1
    }
    return next == run.bodies.upperBound
  }

  /// Takes in all specs of a fragment that is in order: its columns are those of the farm, which are not copied.
  mutating func assembleInOrder(_ index: Int) {
    let fragment = fragments[index]
    let fragmentNumbers = names.fragments[index]
    // Where a body is the same as one before it: the number of each.
    var numbers: [BodyID]?
    bodies.reserveCapacity(fragment.bodies.count)
    variantLists.reserveCapacity(for: index)
    variantLists.number(fragment.bodies.lazy.map(\.variants), in: index, &localVariantLists[index])
    for (package, reference) in runs.enumerated() {
      bodies.beginPackage()
      for body in fragment.runs[reference.run].bodies {
        let known = bodies.number(
          of: self.body(fragment.bodies[body], of: index, fragmentNumbers, package: PackageID(package)))
        if numbers == nil, Int(known) != body { numbers = Array(0..<BodyID(body)) }
        numbers?.append(known)
      }
    }
    hashes = fragment.hashes
    bodyOfSpec = numbers.map { numbers in fragment.bodyOfSpec.map { numbers[Int($0)] } } ?? fragment.bodyOfSpec
  }
}
