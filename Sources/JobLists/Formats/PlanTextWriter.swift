import BuildPlanner

/// `plan --format text`: a plan to read in a terminal of 80 columns.
struct PlanTextWriter {
  private let options: JobListOptions
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
    let waves = Dictionary(grouping: plan.builds, by: \.wave).sorted { $0.key < $1.key }
    for (wave, builds) in waves {
      if waves.count > 1 { heading("Wave \(wave) of \(waves.count): \(PlanSummary.counted(builds.count, "build"))") }
      for group in groups(of: builds) { write(group) }
    }
    write(unplannable: plan.unplannable)
    write(refused: plan.refused)
    write(opened: plan.opened)
  }

  private struct Group {
    var stacks: [String]
    var target: String
    var builds: [PlannedBuild]
  }

  private func groups(of builds: [PlannedBuild]) -> [Group] {
    var groups: [Group] = []
    var places: [[String]: Int] = [:]
    for build in builds {
      let key = build.stacks + [build.target]
      if let place = places[key] {
        groups[place].builds.append(build)
      } else {
        places[key] = groups.count
        groups.append(Group(stacks: build.stacks, target: build.target, builds: [build]))
      }
    }
    return groups.sorted {
      ($0.stacks.joined(separator: " "), $0.target) < ($1.stacks.joined(separator: " "), $1.target)
    }
  }

  private mutating func write(_ group: Group) {
    let stacks = group.stacks.isEmpty ? "no stack" : group.stacks.joined(separator: ", ")
    heading("\(stacks) on \(group.target)")
    for build in group.builds {
      paragraph(build.spec(options.specForm ?? .abstract), indent: 2, hanging: 6)
      paragraph(remark(on: build), indent: 4, style: .dim)
    }
  }

  private func remark(on build: PlannedBuild) -> String {
    let gaps = PlanSummary.counted(build.closes.count, "gap")
    let policies = build.closes.policies.map(VisibleText.escaped).joined(separator: ", ")
    let parts = [
      "closes \(gaps) of \(policies)", build.compiler.map { "with \($0)" }, build.os.isEmpty ? nil : build.os,
      build.basis.remark,
    ]
    return parts.compactMap { $0 }.joined(separator: "; ")
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
