/// Where the page of one of several snapshots is written.
enum PagePath {
  /// `report.html` for `develop-2025-03-23` is `report-develop-2025-03-23.html`. The name comes from documents: of it
  /// only letters, digits, dots, dashes and underscores are kept, so that it cannot lead elsewhere.
  static func path(_ path: String, for snapshot: String) -> String {
    let name = String(
      decoding: snapshot.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    let directory = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let file = path[directory.endIndex...]
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return "\(path)-\(name)" }
    return "\(directory)\(file[..<dot])-\(name)\(file[dot...])"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
