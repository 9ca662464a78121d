/// A small good page that tests change at one place.
struct PageText {
  var title = #"title: "zlib""#
  var categories = "categories: [package, develop]"
  var meta = #"meta: {"num_specs": 1}"#
  var specs = [PageText.spec()]
  var extra: [String] = []
  var end = "---"

  var text: String {
    (["---", title, "layout: cache", categories, meta] + extra + [
      "spec_details: [" + specs.joined(separator: ", ") + "]", end,
    ])
    .joined(separator: "\n")
  }

  static let hash = "4iyv4un5xrqtfcejkeptbsfahtzwlw34"

  /// A spec; `nil` leaves a key out.
  static func spec(
    hash: String? = "\"\(PageText.hash)\"", compiler: String? = #""gcc@=11.4.0""#, os: String? = #""ubuntu22.04""#,
    platform: String? = #""linux""#, target: String? = #""x86_64_v3""#, stacks: String? = #"["e4s", "root"]"#,
    variants: String? = #"["+pic", "build_system=makefile"]"#, versions: String? = #"["1.3.1"]"#, more: String = ""
  ) -> String {
    let members = [
      ("compiler", compiler), ("hash", hash), ("os", os), ("platform", platform), ("stacks", stacks),
      ("target", target), ("variants", variants), ("versions", versions),
    ]
    return "{" + members.compactMap { key, value in value.map { "\"\(key)\": \($0)" } }.joined(separator: ", ") + more
      + "}"
  }
}
