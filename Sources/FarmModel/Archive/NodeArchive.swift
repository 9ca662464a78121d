/// The specs of a lock file as bytes: its own part of them, or all.
///
/// Texts stand once, in the order in which they are met; all else are their numbers.
package struct NodeArchive {
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]
  private var body = ArchiveWriter()

  /// The bytes of some nodes. Complexity: O(variants + dependencies).
  package static func bytes(of nodes: [DependencyGraph.Node]) -> [UInt8] {
    var archive = NodeArchive()
    archive.body.append(nodes.count)
    for node in nodes { archive.append(node) }
    var writer = ArchiveWriter()
    writer.append(archive.texts)
    return writer.bytes + archive.body.bytes
  }

  /// Reads what `bytes(of:)` gives; the dependencies' numbers are left open. Complexity: O(bytes).
  package static func nodes(_ bytes: [UInt8]) throws(MalformedArchive) -> [DependencyGraph.Node] {
    var reader = ArchiveReader(bytes)
    let texts = try reader.texts()
    var nodes: [DependencyGraph.Node] = []
    for _ in 0..<(try reader.count(ofSize: 10)) { nodes.append(try node(&reader, texts)) }
    guard reader.isAtEnd else { throw MalformedArchive() }
    return nodes
  }

  private mutating func append(_ text: String) {
    if let number = numbers[text], NameTable.isSame(texts[number], text) { return body.append(number) }
    numbers[text] = texts.count
    body.append(texts.count)
    texts.append(text)
  }

  private mutating func append(_ list: [String]) {
    body.append(list.count)
    for text in list { append(text) }
  }

  private mutating func append(_ node: DependencyGraph.Node) {
    for text in [node.hash, node.package, node.version, node.platform, node.os, node.target] { append(text) }
    append(node.compiler.map { [$0] } ?? [])
    body.append((node.hasNoCompiler ? 1 : 0) + (node.isExternal ? 2 : 0))
    append(node.variants.written)
    body.append(node.dependencies.count)
    for edge in node.dependencies {
      append(edge.package)
      append(edge.hash)
      body.append(whole: edge.types.rawValue)
      append(edge.virtuals)
    }
  }

  private static func node(
    _ reader: inout ArchiveReader, _ texts: [String]
  ) throws(MalformedArchive) -> DependencyGraph.Node {
    func text() throws(MalformedArchive) -> String { texts[Int(try reader.number(below: texts.count))] }
    func list() throws(MalformedArchive) -> [String] {
      var list: [String] = []
      for _ in 0..<(try reader.count()) { list.append(try text()) }
      return list
    }
    var node = DependencyGraph.Node(
      hash: try text(), package: try text(), version: try text(), platform: try text(), os: try text(),
      target: try text(), compiler: try list().first, hasNoCompiler: false, variants: VariantList(written: []),
      stacks: [], isBuilt: false, isExternal: false, dependencies: [])
    let flags = try reader.number(below: 4)
    node.hasNoCompiler = flags & 1 == 1
    node.isExternal = flags & 2 == 2
    node.variants = VariantList(written: try list())
    for _ in 0..<(try reader.count(ofSize: 4)) {
      node.dependencies.append(
        DependencyGraph.Edge(
          node: nil, package: try text(), hash: try text(),
          types: DependencyTypes(rawValue: try reader.whole(UInt8.self)),
          virtuals: try list()))
    }
    return node
  }
}
