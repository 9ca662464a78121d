extension CorpusPackage {
  /// The package's specs as records of a buildcache index, database version 7; each depends on the one before it.
  func indexRecords() -> String {
    var records = ""
    for (index, spec) in specs.enumerated() {
      let body = bodies[spec.body]
      if index > 0 { records += "," }
      records += "\"\(spec.hash)\":{\"spec\":{\"name\":\"\(name)\",\"version\":\"\(body.version)\","
      records += "\"arch\":{\"platform\":\"linux\",\"platform_os\":\"\(body.os)\",\"target\":\"\(body.target)\"},"
      records +=
        "\"compiler\":\(compiler(of: body)),\"namespace\":\"builtin\",\"parameters\":{\(parameters(of: body))},"
      if index > 0 {
        records += "\"dependencies\":[{\"name\":\"\(name)\",\"hash\":\"\(specs[index - 1].hash)\","
        records += "\"parameters\":{\"deptypes\":[\"build\",\"link\"],\"virtuals\":[]}}],"
      }
      records += "\"hash\":\"\(spec.hash)\"},\"ref_count\":0,\"in_buildcache\":true}"
    }
    return records
  }

  private func compiler(of body: Body) -> String {
    let parts = body.compiler.split(separator: "@=")
    guard parts.count == 2 else { return "{\"name\":\"gcc\",\"version\":\"12.3.0\"}" }
    return "{\"name\":\"\(parts[0])\",\"version\":\"\(parts[1])\"}"
  }

  private func parameters(of body: Body) -> String {
    var fields = body.variants.map { variant -> String in
      if variant.hasPrefix("+") { return "\"\(variant.dropFirst())\":true" }
      if variant.hasPrefix("~") { return "\"\(variant.dropFirst())\":false" }
      let parts = variant.split(separator: "=", maxSplits: 1)
      return "\"\(parts[0])\":\"\(parts.count > 1 ? parts[1] : "")\""
    }
    fields += ["cflags", "cppflags", "cxxflags", "fflags", "ldflags", "ldlibs"].map { "\"\($0)\":[]" }
    return fields.joined(separator: ",")
  }
}
