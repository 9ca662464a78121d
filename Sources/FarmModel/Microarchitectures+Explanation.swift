extension Microarchitectures {
  /// What `buildcover explain target` prints: where a target comes from, whose code runs on it and where its own code
  /// runs. One element per line; an unknown target is explained as such.
  package static func explanation(of target: String) -> [String] {
    guard let facts = facts(about: target) else {
      return [
        "\(target) is no target that archspec knows.",
        "It is taken as a family of its own: only code built for \(target) runs on it.",
      ]
    }
    let maker = facts.vendor == "generic" ? "a level of an instruction set" : "made by \(facts.vendor)"
    return [
      "\(target): \(maker)",
      "  family         \(family(of: target))",
      "  generic level  \(genericLevel(of: target))",
      "  parents        \(listed(facts.parents))",
      "",
      "Ancestry, nearest first:",
    ] + ancestry(of: target) + [
      "",
      "Code for these targets runs on it:",
      "  \(listed(runnable(on: target)))",
      "",
      "Its code runs on:",
      "  \(listed([target] + descendants(of: target)))",
    ]
  }

  /// One line per generation: the ancestors that are as many steps away.
  private static func ancestry(of target: String) -> [String] {
    var lines: [String] = []
    var generation = [target]
    var seen: Set<String> = [target]
    while !generation.isEmpty {
      lines.append("  \(generation.joined(separator: ", "))")
      let parents = generation.flatMap { facts(about: $0)?.parents ?? [] }
      generation = parents.filter { seen.insert($0).inserted }
    }
    return lines
  }

  private static func listed(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
}
