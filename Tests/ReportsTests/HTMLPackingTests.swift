import CoverageEngine
import FarmModel
import Foundation
import Testing

@testable import Reports

struct HTMLPackingTests {
  @Test(arguments: 0..<70)
  func `base64 is what Foundation writes`(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) }
    #expect(PackedBytes.base64(bytes) == Data(bytes).base64EncodedString())
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
  ])
  func `the digest is SHA-256`(message: String, expected: String) {
    let digest = SHA256Digest.digest(of: Array(message.utf8))
    #expect(digest.map { String(format: "%02x", $0) }.joined() == expected)
  }

  @Test(arguments: HTMLExamples.all)
  func `packed cells unpack to the cells`(name: String) throws {
    let input = try HTMLExamples.input(name)
    let names = HTMLNameTables(input)
    for detail in input.details where !detail.grids.isEmpty {
      let packed = PackedCells(CellBlock.blocks(detail.grids, names: names), newGaps: [], names: names)
      #expect(Set(UnpackedCell.all(in: packed)) == Set(detail.grids.flatMap { UnpackedCell.all(in: $0, names: names) }))
    }
  }

  @Test func `a crossing of several hashes shows the worst of them and counts all`() throws {
    let input = try HTMLExamples.oneGap()
    let names = HTMLNameTables(input)
    let cell = { Cell(package: "zlib", version: "1.3", stack: "e4s", hash: HTMLExamples.hash($0)) }
    let wanted = [JudgedCell(cell(1), .covered), JudgedCell(cell(2), .gap), JudgedCell(cell(3), .covered)]
    let packed = PackedCells(CellBlock.blocks(wanted, names: names), newGaps: [cell(2)], names: names)
    #expect(packed.multiples == [0, 3, 2])
    #expect(UnpackedCell.all(in: packed).map(\.state) == [CellState.gap.packed | 8])
    #expect(packed.position(of: cell(9), names: names) == 0)
    #expect(packed.position(of: Cell(package: "zlib", version: "1.2.13", stack: "e4s"), names: names) == nil)
  }

  @Test func `names that only look alike stay apart`() throws {
    let names = HTMLNameTables(try HTMLExamples.hostile())
    #expect(names.number("e\u{301}", in: names.packages) != names.number("é", in: names.packages))
  }

  @Test func `every character that could leave a script element is escaped`() {
    #expect(
      JSONWriter.scriptSafe("\"</script>&\u{2028}\u{2029}é\"")
        == #""\u003c/script\u003e\u0026\u2028\u2029é""#)
  }
}

/// A cell read back from the packed form, as the page reads it.
struct UnpackedCell: Hashable {
  var package: Int
  var version: Int
  var place: HTMLPlace
  var state: UInt8

  static func all(in grid: CellGrid, names: HTMLNameTables) -> [UnpackedCell] {
    grid.versions.indices.flatMap { row in
      grid.places.indices.compactMap { column in
        let state = grid.state(version: row, place: column)
        guard state != .notRequired else { return nil }
        return UnpackedCell(
          package: names.number(grid.package, in: names.packages),
          version: names.number(ofVersion: grid.versions[row]), place: names.place(of: grid.places[column]),
          state: state.packed)
      }
    }
  }

  static func all(in packed: PackedCells) -> [UnpackedCell] {
    let bytes = packed.bytes.bytes
    var position = 0
    func number() -> Int {
      var value = 0
      var shift = 0
      while true {
        let byte = Int(bytes[position])
        position += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128 { return value }
      }
    }
    var cells: [UnpackedCell] = []
    var package = -1
    while position < bytes.count {
      package += number()
      let versions = (0..<number()).map { _ in number() - 1 }
      let places = packed.placeSets[number()].map { packed.places[$0] }
      for index in 0..<(versions.count * places.count) {
        let state = bytes[position + index / 2] >> (index % 2 == 0 ? 0 : 4) & 15
        guard state != 0 else { continue }
        cells.append(
          UnpackedCell(
            package: package, version: versions[index / places.count], place: places[index % places.count],
            state: state))
      }
      position += (versions.count * places.count + 1) / 2
    }
    return cells
  }
}
