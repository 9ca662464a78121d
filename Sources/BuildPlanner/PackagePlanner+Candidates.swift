import FarmModel

extension PackagePlanner {
  /// All builds that would close some row, in the order in which the rows admit them. Complexity: O(admissions).
  func candidates() -> [BuildCandidate] {
    var candidates: [BuildCandidate] = []
    var numbers: [UInt64: Int] = [:]
    for (number, row) in rows.enumerated() {
      for (version, admission) in row.admissions {
        for configuration in admission.configurations {
          let key = UInt64(version) << 32 | UInt64(UInt32(bitPattern: configuration))
          if let known = numbers[key] {
            candidates[known].rows.append(Int32(number))
            candidates[known].basis = max(candidates[known].basis, admission.basis)
          } else {
            numbers[key] = candidates.count
            candidates.append(
              BuildCandidate(
                version: version, configuration: configuration, rows: [Int32(number)], basis: admission.basis))
          }
        }
      }
    }
    return candidates
  }

  /// One candidate for each set of rows that some close: the one to be preferred. In the order of these sets.
  mutating func preferred(of candidates: [BuildCandidate], _ context: inout PlannerContext) -> [BuildCandidate] {
    var groups: [RowSet: Int] = [:]
    var members: [[Int]] = []
    for (number, candidate) in candidates.enumerated() {
      let set = RowSet(rows: candidate.rows)
      if let known = groups[set] {
        let best = candidates[members[known][0]].basis
        if candidate.basis > best { continue }
        if candidate.basis < best { members[known].removeAll() }
        members[known].append(number)
      } else {
        groups[set] = members.count
        members.append([number])
      }
    }
    var tallies = ConfigurationTallies()
    let preferred = members.map { group in
      best(of: group.map { published(candidates[$0]) }, &tallies, &context)
    }
    return preferred.sorted { $0.rows.lexicographicallyPrecedes($1.rows) }
  }

  /// A candidate with the stacks in which it is published.
  private func published(_ candidate: BuildCandidate) -> BuildCandidate {
    if candidate.rows.count == 1, let stack = rows[Int(candidate.rows[0])].gap.place.stack {
      var published = candidate
      published.stacks = [stack]
      return published
    }
    var stacks: Set<UInt32> = []
    for number in candidate.rows {
      let row = rows[Int(number)]
      if let stack = row.gap.place.stack {
        stacks.insert(stack)
        continue
      }
      for (version, admission) in row.admissions where version == candidate.version {
        for entry in admission.stacks where entry.configurations.contains(candidate.configuration) {
          stacks.insert(entry.stack)
        }
      }
    }
    var published = candidate
    published.stacks = stacks.sorted()
    return published
  }

  /// The candidate with most specs of its configuration in its stacks; of equals the first by name.
  private mutating func best(
    of group: [BuildCandidate], _ tallies: inout ConfigurationTallies, _ context: inout PlannerContext
  ) -> BuildCandidate {
    guard group.count > 1 else { return group[0] }
    var best = group[0]
    var mostSpecs = tallies.count(of: best, &self.search, &context)
    for candidate in group.dropFirst() {
      let specs = tallies.count(of: candidate, &self.search, &context)
      if specs > mostSpecs || (specs == mostSpecs && precedes(candidate, best, context)) {
        best = candidate
        mostSpecs = specs
      }
    }
    return best
  }

  /// The order of names: higher versions first, then variants, platform, operating system, target and compiler.
  private func precedes(_ first: BuildCandidate, _ second: BuildCandidate, _ context: PlannerContext) -> Bool {
    if first.version != second.version {
      return context.names.version(second.version) < context.names.version(first.version)
    }
    guard let one = search?.configurations[Int(first.configuration)],
      let other = search?.configurations[Int(second.configuration)]
    else { return false }
    if one.variants != other.variants {
      let texts = (search?.variants[one.variants].texts ?? [], search?.variants[other.variants].texts ?? [])
      for (left, right) in zip(texts.0, texts.1) where left != right {
        return NameTable.precedes(context.reader.texts[Int(left)], context.reader.texts[Int(right)])
      }
      return texts.0.count < texts.1.count
    }
    return one.precedesWithSameVariants(other)
  }
}

extension Configuration {
  fileprivate func precedesWithSameVariants(_ other: Configuration) -> Bool {
    if platform != other.platform { return platform < other.platform }
    if os != other.os { return os < other.os }
    if target != other.target { return target < other.target }
    return compiler.order < other.compiler.order
  }
}
