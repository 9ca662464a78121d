extension CorpusPackage {
  /// The page of the package, in the look of 2025, with or without tarball addresses.
  func page(snapshot: String, withTarballs: Bool) -> String {
    let halves = bodies.map { self.halves(of: $0, withTarball: withTarballs) }
    var details = ""
    for (index, spec) in specs.enumerated() {
      if index > 0 { details += ", " }
      for (part, half) in halves[spec.body].enumerated() {
        if part > 0 { details += spec.hash }
        details += half
      }
    }
    return """
      ---
      title: "\(name)"
      layout: cache
      categories: [package, \(snapshot)]
      meta: \(meta())
      spec_details: [\(details)]
      ---
      """
  }

  /// The text of a spec, cut where its hash stands.
  private func halves(of body: Body, withTarball: Bool) -> [String] {
    let stacks = list(body.stacks.sorted() + ["root"])
    var middle = "\", \"os\": \"\(body.os)\", \"platform\": \"linux\", \"size\": \"-\", \"stacks\": \(stacks), "
    var halves = ["{\"compiler\": \"\(body.compiler)\", \"hash\": \""]
    if withTarball {
      let compiler = body.compiler.replacing("@=", with: "-")
      let architecture = "linux-\(body.os)-\(body.target)"
      middle +=
        "\"tarball\": \"https://binaries.spack.io/\(architecture)/\(compiler)/\(name)-\(body.version)/\(architecture)-"
        + "\(compiler)-\(name)-\(body.version)-"
      halves.append(middle)
      middle = ".spack\", "
    }
    middle +=
      "\"target\": \"\(body.target)\", \"variants\": \(list(body.variants)), \"versions\": [\"\(body.version)\"]}"
    return halves + [middle]
  }

  private func meta() -> String {
    var counts: [String: Int] = ["root": specs.count]
    for spec in specs {
      for stack in bodies[spec.body].stacks { counts[stack, default: 0] += 1 }
    }
    let byStack = counts.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
    let fields = [
      "\"compilers\": \(list(distinct(\.compiler)))", "\"num_specs\": \(specs.count)",
      "\"num_specs_by_stack\": {\(byStack)}", "\"oss\": \(list(distinct(\.os)))", "\"platforms\": [\"linux\"]",
      "\"stacks\": \(list(counts.keys.sorted()))", "\"targets\": \(list(distinct(\.target)))",
      "\"versions\": \(list(distinct(\.version)))",
    ]
    return "{" + fields.joined(separator: ", ") + "}"
  }

  private func distinct(_ field: KeyPath<Body, String>) -> [String] {
    Set(bodies.map { $0[keyPath: field] }).sorted()
  }

  /// Names of the corpus hold nothing that JSON would escape.
  private func list(_ names: [String]) -> String {
    "[" + names.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
