import FarmModel

extension NodeReader {
  /// What has been read of one dependency.
  private struct Dependency {
    var start: Int
    var name: JSONText?
    var hash: JSONText?
    var types: DependencyTypes?
  }

  /// Reads the list of dependencies, and appends each to the edges of the records.
  mutating func readDependencies(_ cursor: inout JSONCursor, _ draft: inout Draft) throws(JSONFault) {
    guard try enter(.array, &cursor, key: "dependencies") else { return }
    var isFirst = true
    while try cursor.nextElement(&isFirst) {
      cursor.skipBlanks()
      var dependency = Dependency(start: cursor.offset)
      virtuals.removeAll(keepingCapacity: true)
      guard try enter(.object, &cursor, key: "dependencies") else { continue }
      let problemCount = problems.count
      try readDependency(&cursor, &dependency)
      if problems.count == problemCount { append(dependency, cursor, &draft) }
    }
  }

  private mutating func readDependency(_ cursor: inout JSONCursor, _ dependency: inout Dependency) throws(JSONFault) {
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      if cursor.isSame(key, "name") {
        if dependency.name != nil { reportDuplicate(key, in: cursor) }
        dependency.name = try readText(&cursor, key: "name")
      } else if cursor.isSame(key, "hash") {
        if dependency.hash != nil { reportDuplicate(key, in: cursor) }
        dependency.hash = try readText(&cursor, key: "hash")
      } else if cursor.isSame(key, "parameters") {
        if dependency.types != nil { reportDuplicate(key, in: cursor) }
        try readEdgeParameters(&cursor, &dependency)
      } else if cursor.isSame(key, "type") {
        if dependency.types != nil { reportDuplicate(key, in: cursor) }
        dependency.types = try readTypes(&cursor)
      } else {
        try cursor.skipValue()
      }
    }
  }

  private mutating func readEdgeParameters(_ cursor: inout JSONCursor, _ dependency: inout Dependency)
    throws(JSONFault)
  {
    guard try enter(.object, &cursor, key: "parameters") else { return }
    var isFirst = true
    while let key = try cursor.nextKey(&isFirst) {
      if cursor.isSame(key, "deptypes") {
        if dependency.types != nil { reportDuplicate(key, in: cursor) }
        dependency.types = try readTypes(&cursor)
      } else if cursor.isSame(key, "virtuals") {
        try readVirtuals(&cursor)
      } else {
        try cursor.skipValue()
      }
    }
  }

  private mutating func readTypes(_ cursor: inout JSONCursor) throws(JSONFault) -> DependencyTypes {
    var types: DependencyTypes = []
    guard try enter(.array, &cursor, key: "deptypes") else { return types }
    var isFirst = true
    while try cursor.nextElement(&isFirst) {
      guard let text = try readText(&cursor, key: "deptypes") else { continue }
      if cursor.isSame(text, "build") {
        types.insert(.build)
      } else if cursor.isSame(text, "link") {
        types.insert(.link)
      } else if cursor.isSame(text, "run") {
        types.insert(.run)
      } else if cursor.isSame(text, "test") {
        types.insert(.test)
      } else {
        report(
          .wrongType, at: text.start, length: text.count,
          "found `\(cursor.string(text))` as the type of a dependency; expected build, link, run or test")
      }
    }
    return types
  }

  private mutating func readVirtuals(_ cursor: inout JSONCursor) throws(JSONFault) {
    guard try enter(.array, &cursor, key: "virtuals") else { return }
    var isFirst = true
    while try cursor.nextElement(&isFirst) {
      if let text = try readText(&cursor, key: "virtuals") { virtuals.append(cursor.string(text)) }
    }
  }

  private mutating func append(_ dependency: Dependency, _ cursor: JSONCursor, _ draft: inout Draft) {
    guard let name = dependency.name, let hash = dependency.hash, let types = dependency.types else {
      let missing: StaticString = dependency.name == nil ? "name" : dependency.hash == nil ? "hash" : "parameters"
      reportMissing(missing, at: dependency.start, of: "this dependency")
      return
    }
    let package = cursor.number(of: name, in: &records.packages)
    guard let target = records.number(of: hash, package: package, in: cursor) else {
      return reportOtherPackage(hash, package, cursor)
    }
    guard let kind = kindNumber(types) else {
      return report(
        .tooMany, at: dependency.start, "there are more different sets of virtual packages than are counted")
    }
    records.edges.append(target, kind: kind)
    if let rank = compilerRank, rank < draft.provider?.rank ?? .max { draft.provider = (target, rank) }
  }

  /// Reports that a hash is said to be of another package than before.
  mutating func reportOtherPackage(_ hash: JSONText, _ package: UInt32, _ cursor: JSONCursor) {
    let known = records.packageOfHash[Int(records.hashes.number(of: hash, in: cursor))]
    report(
      .contradiction, at: hash.start, length: hash.count,
      "the hash `\(cursor.string(hash))` is said to be of `\(records.packages.text(package))` here, and elsewhere in "
        + "the document of `\(records.packages.text(known))`")
  }

  private mutating func kindNumber(_ types: DependencyTypes) -> UInt16? {
    guard virtuals.isEmpty else {
      return records.edges.number(of: EdgeColumns.Kind(types: types, virtuals: virtuals))
    }
    if let known = plainKinds[Int(types.rawValue)] { return known }
    let number = records.edges.number(of: EdgeColumns.Kind(types: types, virtuals: []))
    plainKinds[Int(types.rawValue)] = number
    return number
  }

  /// How well the dependency just read stands for the compiler: by C, else by C++, else by Fortran.
  private var compilerRank: Int? {
    virtuals.isEmpty ? nil : ["c", "cxx", "fortran"].firstIndex { virtuals.contains($0) }
  }
}
