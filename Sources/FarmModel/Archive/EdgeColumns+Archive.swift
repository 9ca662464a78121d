extension EdgeColumns {
  func write(to writer: inout ArchiveWriter) {
    writer.append(kinds.count)
    for kind in kinds {
      writer.append(whole: kind.types.rawValue)
      writer.append(kind.virtuals)
    }
    writer.append(unknowns.count)
    for unknown in unknowns {
      writer.append(unknown.package)
      writer.append(unknown.hash)
      writer.append(unknown.isElsewhere ? 1 : 0)
    }
    writer.append(nodeCount)
    for node in 0..<nodeCount {
      let range = range(of: node)
      writer.append(range.count)
      for edge in range {
        writer.append(UInt64(kindNumber(edge)))
        // The lowest bit says which of the two a number is of.
        writer.append(self.node(edge).map { UInt64($0) << 1 } ?? UInt64(unknownNumber(edge) ?? 0) << 1 | 1)
      }
    }
  }

  /// Reads what `write(to:)` has written.
  ///
  /// - Parameter isTarget: for each spec of the fragment whether it may be a dependency.
  init(_ reader: inout ArchiveReader, isTarget: [Bool]) throws(MalformedArchive) {
    self.init()
    let kindCount = try reader.count(ofSize: 2)
    for position in 0..<kindCount {
      let types = DependencyTypes(rawValue: try reader.whole(UInt8.self))
      guard types.isSubset(of: [.build, .link, .run, .test]),
        number(of: Kind(types: types, virtuals: try reader.texts())).map({ Int($0) }) == position
      else { throw MalformedArchive() }
    }
    for _ in 0..<(try reader.count(ofSize: 3)) {
      let unknown = Unknown(
        package: try reader.text(), hash: try reader.text(), isElsewhere: try reader.number(below: 2) == 1)
      _ = add(unknown)
    }
    for _ in 0..<(try reader.count()) {
      for _ in 0..<(try reader.count(ofSize: 2)) {
        let kind = UInt16(try reader.number(below: kindCount))
        let number = try reader.number()
        if number & 1 == 1 {
          guard number >> 1 < UInt64(unknowns.count) else { throw MalformedArchive() }
          append(unknown: Int(number >> 1), kind: kind)
        } else {
          guard number >> 1 < UInt64(isTarget.count), isTarget[Int(number >> 1)] else { throw MalformedArchive() }
          append(UInt32(number >> 1), kind: kind)
        }
      }
      endNode()
    }
  }
}
