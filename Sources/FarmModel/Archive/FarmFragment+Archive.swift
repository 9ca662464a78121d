extension FarmFragment {
  /// The fragment in few bytes, for a file; offsets into documents are left out. Complexity: O(specs + names).
  package var archive: [UInt8] {
    var writer = ArchiveWriter()
    for names in [versions, platforms, oses, targets, compilers, stacks, variants] { writer.append(names) }
    writer.append(variantLists)
    writer.append(stackSets)
    writer.append(bodies.count)
    for body in bodies {
      for number in [body.version, body.platform, body.os, body.target, body.variants, body.stacks] {
        writer.append(number)
      }
      // The two special numbers become 0 and 1.
      writer.append(body.compiler &+ 2)
    }
    writer.append(runs.count)
    for run in runs { FarmFragment.append(run, &writer) }
    writer.append(bodyOfSpec.count)
    for spec in bodyOfSpec.indices {
      writer.append(bodyOfSpec[spec])
      let hash = hashes[spec]
      if let packed = PackedHash(hash) {
        writer.append(whole: UInt8(0))
        writer.append(whole: packed.high)
        writer.append(whole: packed.middle)
        writer.append(whole: packed.low)
      } else {
        writer.append(whole: UInt8(1))
        writer.append(hash)
      }
    }
    writer.append(states.count)
    for state in states { writer.append(whole: state.rawValue) }
    edges.write(to: &writer)
    return writer.bytes
  }

  private static func append(_ run: Run, _ writer: inout ArchiveWriter) {
    writer.append(run.snapshot)
    writer.append(run.package)
    writer.append(run.bodies.count)
    writer.append(run.specs.count)
    writer.append(run.firstRecord == nil ? 0 : 1)
  }

  /// Reads what `archive` gives. Throws where it is anything else, so that every number of the fragment is in range.
  /// Complexity: O(bytes).
  package init(archive: [UInt8]) throws(MalformedArchive) {
    self.init()
    var reader = ArchiveReader(archive)
    versions = try reader.texts()
    platforms = try reader.texts()
    oses = try reader.texts()
    targets = try reader.texts()
    compilers = try reader.texts()
    stacks = try reader.texts()
    variants = try reader.texts()
    variantLists = try reader.lists(below: variants.count)
    stackSets = try reader.lists(below: stacks.count)
    for _ in 0..<(try reader.count(ofSize: 7)) { bodies.append(try body(&reader)) }
    var recordCount = 0
    for _ in 0..<(try reader.count(ofSize: 5)) { try readRun(&reader, &recordCount) }
    for _ in 0..<(try reader.count(ofSize: 3)) {
      bodyOfSpec.append(try reader.number(below: bodies.count))
      switch try reader.whole(UInt8.self) {
      case 0:
        hashes.append(
          PackedHash(
            high: try reader.whole(UInt64.self), middle: try reader.whole(UInt64.self),
            low: try reader.whole(UInt32.self)))
      case 1: hashes.append(try reader.text())
      default: throw MalformedArchive()
      }
    }
    offsets = Array(repeating: 0, count: bodyOfSpec.count)
    for _ in 0..<(try reader.count()) { states.append(try FarmFragment.state(&reader)) }
    edges = try EdgeColumns(&reader, isTarget: isRecord)
    guard reader.isAtEnd, states.count == recordCount, edges.nodeCount == recordCount,
      runs.last?.bodies.upperBound ?? 0 == bodies.count,
      runs.last?.specs.upperBound ?? 0 == bodyOfSpec.count, runs.allSatisfy(hasOwnBodies)
    else { throw MalformedArchive() }
  }

  private func body(_ reader: inout ArchiveReader) throws(MalformedArchive) -> Body {
    let version = try reader.number(below: versions.count)
    let platform = try reader.number(below: platforms.count)
    let os = try reader.number(below: oses.count)
    let target = try reader.number(below: targets.count)
    let variants = try reader.number(below: variantLists.count)
    let stacks = try reader.number(below: stackSets.count)
    let compiler = try reader.number(below: compilers.count + 2) &- 2
    return Body(
      version: version, platform: platform, os: os, target: target, compiler: compiler, variants: variants,
      stacks: stacks)
  }

  /// Runs stand one behind the other, so only their lengths are written.
  private mutating func readRun(_ reader: inout ArchiveReader, _ recordCount: inout Int) throws(MalformedArchive) {
    let snapshot = try reader.text()
    let package = try reader.text()
    let firstBody = runs.last?.bodies.upperBound ?? 0
    let firstSpec = runs.last?.specs.upperBound ?? 0
    let bodyCount = Int(try reader.number(below: Int(UInt32.max)))
    let specCount = Int(try reader.number(below: Int(UInt32.max)))
    let isOfIndex = try reader.number(below: 2) == 1
    runs.append(
      Run(
        snapshot: snapshot, package: package, path: "", bodies: firstBody..<firstBody + bodyCount,
        specs: firstSpec..<firstSpec + specCount, firstRecord: isOfIndex ? recordCount : nil))
    if isOfIndex { recordCount += specCount }
  }

  /// What a record says; one that is of no index is not written.
  private static func state(_ reader: inout ArchiveReader) throws(MalformedArchive) -> SpecState {
    let state = SpecState(rawValue: try reader.whole(UInt8.self))
    guard state.contains(.indexed), state.isSubset(of: [.built, .external, .indexed, .carried]) else {
      throw MalformedArchive()
    }
    return state
  }

  /// For each spec whether an index describes it, so that it may be a dependency; none where runs are not of these specs.
  private var isRecord: [Bool] {
    var isRecord = [Bool](repeating: false, count: bodyOfSpec.count)
    for run in runs where run.firstRecord != nil && run.specs.upperBound <= isRecord.count {
      for spec in run.specs { isRecord[spec] = true }
    }
    return isRecord
  }

  private func hasOwnBodies(_ run: Run) -> Bool {
    run.bodies.upperBound <= bodies.count && run.specs.upperBound <= bodyOfSpec.count
      && bodyOfSpec[run.specs].allSatisfy { run.bodies.contains(Int($0)) }
  }
}
