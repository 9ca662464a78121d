import FarmModel

/// Puts the records of an index into a fragment: grouped by package, and within a package in the order of the hashes.
struct RecordGrouping {
  private var nodes: NodeReader
  private let hasCompilerNodes: Bool
  /// The records in their new order.
  private let order: [UInt32]

  /// Complexity: O(n log n), and O(n) where the records of each package stand in the order of their hashes.
  init(_ nodes: consuming NodeReader, hasCompilerNodes: Bool) {
    self.nodes = nodes
    self.hasCompilerNodes = hasCompilerNodes
    order = RecordGrouping.order(of: self.nodes.records)
  }

  private static func order(of records: SpecRecords) -> [UInt32] {
    var starts = [Int](repeating: 0, count: records.packages.count + 1)
    for record in 0..<records.count { starts[Int(records.package(of: record)) + 1] += 1 }
    for package in 0..<records.packages.count { starts[package + 1] += starts[package] }
    var next = starts
    var order = [UInt32](repeating: 0, count: records.count)
    for record in 0..<records.count {
      let package = Int(records.package(of: record))
      order[next[package]] = UInt32(record)
      next[package] += 1
    }
    func precedes(_ first: UInt32, _ second: UInt32) -> Bool {
      records.hashes.precedes(records.hashOfRecord[Int(first)], records.hashOfRecord[Int(second)])
    }
    for package in 0..<records.packages.count {
      let range = starts[package]..<starts[package + 1]
      let isSorted = range.dropFirst().allSatisfy { precedes(order[$0 - 1], order[$0]) }
      if !isSorted { order[range].sort(by: precedes) }
    }
    return order
  }

  /// The builder with a run for each package; the snapshot of the runs is not known yet.
  consuming func grouped(stack: String, path: String) -> FragmentBuilder {
    appendRuns(stack: stack, path: path)
    return nodes.builder
  }

  private mutating func appendRuns(stack: String, path: String) {
    let stackNumber = Array(stack.utf8).withUnsafeBufferPointer { nodes.builder.stacks.number(of: $0) }
    let stacks = nodes.builder.stackSets.number(of: [stackNumber])
    let firstSpec = nodes.builder.specCount
    var numbers = [UInt32](repeating: .max, count: nodes.records.bodyCount)
    var start = 0
    while start < order.count {
      let package = nodes.records.package(of: Int(order[start]))
      let firstBody = nodes.builder.bodies.count
      var end = start
      while end < order.count, nodes.records.package(of: Int(order[end])) == package {
        appendSpec(Int(order[end]), &numbers, stacks: stacks)
        end += 1
      }
      nodes.builder.runs.append(
        FarmFragment.Run(
          snapshot: "", package: nodes.records.packages.text(package), path: path,
          bodies: firstBody..<nodes.builder.bodies.count, specs: firstSpec + start..<firstSpec + end,
          firstRecord: nodes.builder.states.count - (end - start)))
      start = end
    }
    appendEdges(firstSpec: firstSpec)
  }

  private mutating func appendSpec(_ record: Int, _ numbers: inout [UInt32], stacks: UInt32) {
    let body = Int(nodes.records.bodyOfRecord[record])
    if numbers[body] == .max {
      numbers[body] = UInt32(nodes.builder.bodies.count)
      appendBody(nodes.records.body(UInt32(body)), stacks: stacks)
    }
    let hash = nodes.records.hashOfRecord[record]
    let offset = Int(nodes.records.offsets[record])
    if let other = nodes.records.hashes.others[Int(hash)] {
      nodes.builder.appendSpec(otherHash: other, body: numbers[body], offset: offset)
    } else {
      nodes.builder.appendSpec(hash: nodes.records.hashes.packed(hash), body: numbers[body], offset: offset)
    }
    var state = nodes.records.states[record]
    if state.isDisjoint(with: [.built, .external]) { state.insert(.carried) }
    nodes.builder.states.append(state)
  }

  private mutating func appendBody(_ body: SpecRecords.Body, stacks: UInt32) {
    nodes.builder.bodies.append(
      FarmFragment.Body(
        version: body.version, platform: body.platform, os: body.os, target: body.target,
        compiler: nodes.number(of: body.compiler, hasCompilerNodes: hasCompilerNodes), variants: body.variants,
        stacks: stacks))
  }

  private mutating func appendEdges(firstSpec: Int) {
    var positions = [UInt32](repeating: 0, count: order.count)
    for (position, record) in order.enumerated() { positions[Int(record)] = UInt32(firstSpec + position) }
    let kinds = nodes.records.edges.kinds.map { nodes.builder.edges.number(of: $0) }
    for record in order {
      for edge in nodes.records.edges.range(of: Int(record)) {
        guard let target = nodes.records.edges.node(edge),
          let kind = kinds[Int(nodes.records.edges.kindNumber(edge))]
        else { continue }
        let known = nodes.records.recordOfHash[Int(target)]
        if known == .max {
          nodes.builder.edges.append(unknown(target), kind: kind)
        } else {
          nodes.builder.edges.append(positions[Int(known)], kind: kind)
        }
      }
      nodes.builder.edges.endNode()
    }
  }

  private func unknown(_ hash: UInt32) -> EdgeColumns.Unknown {
    EdgeColumns.Unknown(
      package: nodes.records.packages.text(nodes.records.packageOfHash[Int(hash)]),
      hash: nodes.records.hashes.text(hash))
  }
}
