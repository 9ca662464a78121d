import BuildPlanner

/// `plan --format text`: a plan to read in a terminal of 80 columns.
struct PlanTextWriter {
  private let options: JobListOptions
  /// Whether the plan closes gaps of more than one policy, so that each build should name its own.
  private var hasSeveralPolicies = false
  private var text = ""

  static func text(of report: PlanReport, options: JobListOptions) -> String {
    var writer = PlanTextWriter(options: options)
    if !report.isComplete { writer.line("Documents are missing from this plan; see the diagnostics.\n") }
    if report.plans.isEmpty { writer.line("No snapshot was planned.") }
    for (index, plan) in report.plans.enumerated() {
      if index > 0 { writer.line("") }
      writer.write(plan)
    }
    return writer.text
  }

  private init(options: JobListOptions) { self.options = options }

  private mutating func write(_ plan: Plan) {
    paragraph("\(VisibleText.escaped(plan.snapshot)): \(PlanSummary.sentence(of: plan))", style: .bold)
    hasSeveralPolicies = plan.builds.flatMap(\.closes).policies.count > 1
    let waves = Dictionary(grouping: plan.builds, by: \.wave).sorted { $0.key < $1.key }
    for (wave, builds) in waves {
      if waves.count > 1 { heading("Wave \(wave) of \(waves.count): \(PlanSummary.counted(builds.count, "build"))") }
      for group in groups(of: builds) { write(group) }
    }
    write(unplannable: plan.unplannable)
    write(refused: plan.refused)
    write(opened: plan.opened)
  }

  /// Builds that differ in nothing but what is built.
  private struct Group {
    var place: String
    var builds: [PlannedBuild]
  }

  private func groups(of builds: [PlannedBuild]) -> [Group] {
    var groups: [Group] = []
    var positions: [String: Int] = [:]
    for build in builds {
      let place = place(of: build)
      if let position = positions[place] {
        groups[position].builds.append(build)
      } else {
        positions[place] = groups.count
        groups.append(Group(place: place, builds: [build]))
      }
    }
    return groups.sorted { $0.place < $1.place }
  }

  private func place(of build: PlannedBuild) -> String {
    let stacks = build.stacks.isEmpty ? "no stack" : build.stacks.joined(separator: ", ")
    return ["\(stacks) on \(build.target)", build.os.isEmpty ? nil : build.os, build.compiler.map { "%" + $0 }]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private mutating func write(_ group: Group) {
    heading(group.place)
    for build in group.builds {
      paragraph(build.spec(options.specForm ?? .abstract), indent: 2, hanging: 6)
      if let remark = remark(on: build) { paragraph(remark, indent: 4, style: .dim) }
    }
  }

  /// What is worth a line: more than one gap, more than one policy in the plan, a configuration that is not observed.
  private func remark(on build: PlannedBuild) -> String? {
    let gaps = PlanSummary.counted(build.closes.count, "gap")
    let policies = build.closes.policies.map(VisibleText.escaped).joined(separator: ", ")
    let closes = hasSeveralPolicies ? "closes \(gaps) of \(policies)" : "closes \(gaps)"
    let isPlain = build.closes.count == 1 && !hasSeveralPolicies
    let parts = [isPlain ? nil : closes, build.basis.remark].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private mutating func write(unplannable gaps: [UnplannableGap]) {
    if gaps.isEmpty { return }
    heading("Could not be planned: \(PlanSummary.counted(gaps.count, "gap"))")
    for gap in gaps {
      paragraph(VisibleText.escaped(gap.gap.words), indent: 2, hanging: 6)
      paragraph("\(VisibleText.escaped(gap.gap.policy)): \(VisibleText.escaped(gap.reason))", indent: 4, style: .dim)
    }
  }

  private mutating func write(refused builds: [RefusedBuild]) {
    if builds.isEmpty { return }
    heading("Refused: \(PlanSummary.counted(builds.count, "build"))")
    for build in builds {
      paragraph(
        "\(VisibleText.short(build.package)): \(build.field) \"\(VisibleText.short(build.value))\", \(build.reason)",
        indent: 2, hanging: 6)
    }
  }

  private mutating func write(opened cells: [PlannedCell]) {
    if cells.isEmpty { return }
    heading("Newly required once these are built: \(PlanSummary.counted(cells.count, "cell"))")
    for cell in cells {
      paragraph("\(VisibleText.escaped(cell.words)) (\(VisibleText.escaped(cell.policy)))", indent: 2, hanging: 6)
    }
  }
}

extension PlanTextWriter {
  private enum Style: String {
    case plain = ""
    case bold = "\u{1B}[1m"
    case dim = "\u{1B}[2m"
  }

  private mutating func line(_ line: String) { text += line + "\n" }

  private mutating func heading(_ words: String) {
    line("")
    paragraph(words, style: .bold)
  }

  /// Words wrapped at 80 columns; a word that is longer has a line of its own.
  private mutating func paragraph(_ words: String, indent: Int = 0, hanging: Int? = nil, style: Style = .plain) {
    var current = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in words.split(separator: " ") {
      if !isEmpty, current.count + 1 + word.count > 80 {
        line(current, style)
        current = String(repeating: " ", count: hanging ?? indent)
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    line(current, style)
  }

  private mutating func line(_ words: String, _ style: Style) {
    line(options.usesColour && style != .plain ? style.rawValue + words + "\u{1B}[0m" : words)
  }
}
