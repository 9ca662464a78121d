import FarmModel

/// Puts the records of a lock file into words.
struct LockedNodes {
  private var reader: NodeReader
  private let hasCompilerNodes: Bool
  /// The records by package, then hash; and for each record its position there.
  private let order: [Int]
  private var positions: [UInt32]

  init(_ reader: NodeReader, _ hasCompilerNodes: Bool) {
    self.reader = reader
    self.hasCompilerNodes = hasCompilerNodes
    let records = reader.records
    let packages = (0..<records.count).map { records.packages.text(records.package(of: $0)) }
    let order = (0..<records.count).sorted { first, second in
      NameTable.isSame(packages[first], packages[second])
        ? records.hashes.precedes(records.hashOfRecord[first], records.hashOfRecord[second])
        : NameTable.precedes(packages[first], packages[second])
    }
    positions = Array(repeating: 0, count: order.count)
    for (position, record) in order.enumerated() { positions[record] = UInt32(position) }
    self.order = order
  }

  /// The nodes by package, then hash; edges name positions among them.
  var nodes: [DependencyGraph.Node] {
    mutating get { order.map { node($0) } }
  }

  private mutating func node(_ record: Int) -> DependencyGraph.Node {
    let body = reader.records.body(reader.records.bodyOfRecord[record])
    let compiler = reader.number(of: body.compiler, hasCompilerNodes: hasCompilerNodes)
    let isWritten = compiler < FarmFragment.Body.noCompiler
    let written = isWritten ? reader.builder.compilers.text(compiler) : ""
    let variants = reader.builder.variantList(body.variants).map { reader.builder.variants.text($0) }
    return DependencyGraph.Node(
      hash: reader.records.hashes.text(reader.records.hashOfRecord[record]),
      package: reader.records.packages.text(body.package), version: reader.builder.versions.text(body.version),
      platform: reader.builder.platforms.text(body.platform), os: reader.builder.oses.text(body.os),
      target: reader.builder.targets.text(body.target),
      compiler: isWritten && !Compiler.isUnrecorded(written) ? written : nil,
      hasNoCompiler: compiler == FarmFragment.Body.noCompiler, variants: VariantList(written: variants), stacks: [],
      isBuilt: false, isExternal: reader.records.states[record].contains(.external),
      dependencies: reader.records.edges.range(of: record).map { edge($0) })
  }

  private func edge(_ number: Int) -> DependencyGraph.Edge {
    let records = reader.records
    let hash = records.edges.node(number) ?? 0
    let kind = records.edges.kind(number)
    let record = records.recordOfHash[Int(hash)]
    return DependencyGraph.Edge(
      node: record == .max ? nil : positions[Int(record)],
      package: records.packages.text(records.packageOfHash[Int(hash)]), hash: records.hashes.text(hash),
      types: kind.types, virtuals: kind.virtuals)
  }
}
