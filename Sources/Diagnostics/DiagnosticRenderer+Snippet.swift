extension DiagnosticRenderer {
  /// A label that knows whether it is the first of its diagnostic.
  struct RankedLabel {
    var label: Diagnostic.Label
    var isPrimary: Bool
  }

  /// The labels by file, the file of the first label first; within a file by line.
  static func grouped(_ labels: [Diagnostic.Label]) -> [[RankedLabel]] {
    var groups: [[RankedLabel]] = []
    var numbers: [String: Int] = [:]
    for (index, label) in labels.enumerated() {
      let ranked = RankedLabel(label: label, isPrimary: index == 0)
      if let number = numbers[label.place.file] {
        groups[number].append(ranked)
      } else {
        numbers[label.place.file] = groups.count
        groups.append([ranked])
      }
    }
    return groups.map { group in
      group.enumerated().sorted {
        ($0.element.label.place.line, $0.offset) < ($1.element.label.place.line, $1.offset)
      }.map(\.element)
    }
  }

  /// The lines of one file with the labels under them.
  func snippet(_ group: [RankedLabel], of diagnostic: Diagnostic, margin: String) -> [String] {
    guard let first = group.first(where: \.isPrimary) ?? group.first else { return [] }
    let arrow = first.isPrimary ? "-->" : ":::"
    var lines = ["\(margin)\(styled(arrow, .place)) \(TerminalText.visible(first.label.place.description))"]
    if first.label.excerpt == nil, !first.label.remark.isEmpty {
      lines[0] += ": " + TerminalText.visible(first.label.remark)
    }
    var drawn: (line: Int, text: String)?
    for ranked in group {
      guard let excerpt = ranked.label.excerpt else {
        if ranked.label != first.label { lines.append(placeOnly(ranked.label, margin: margin)) }
        continue
      }
      let line = ranked.label.place.line
      let window = ExcerptWindow(excerpt, columns: excerptColumns(margin: margin))
      if let drawn, drawn.line + 1 < line { lines.append(styled("...", .place)) }
      if drawn == nil { lines.append(bar(margin)) }
      if drawn?.line != line || drawn?.text != window.text {
        lines.append(sourceLine(ranked.label, window, margin: margin))
      }
      lines += carets(ranked, window, diagnostic.severity, margin: margin)
      drawn = (line, window.text)
    }
    return lines
  }

  private func bar(_ margin: String) -> String { "\(margin) \(styled("|", .place))" }

  private func placeOnly(_ label: Diagnostic.Label, margin: String) -> String {
    let remark = label.remark.isEmpty ? "" : ": " + label.remark
    return "\(margin)\(styled(":::", .place)) \(TerminalText.visible(label.place.description + remark))"
  }

  private func sourceLine(_ label: Diagnostic.Label, _ window: ExcerptWindow, margin: String) -> String {
    let number = String(label.place.line)
    let padding = String(repeating: " ", count: max(0, margin.utf8.count - number.utf8.count))
    let line = "\(padding)\(styled(number + " |", .place)) \(window.text)"
    return window.text.isEmpty ? String(line.dropLast()) : line
  }

  /// The row under a source line, and the remark on rows of its own where it does not fit behind.
  private func carets(
    _ ranked: RankedLabel, _ window: ExcerptWindow, _ severity: Diagnostic.Severity, margin: String
  ) -> [String] {
    let style = ranked.isPrimary ? severity.style : .place
    let mark = String(repeating: ranked.isPrimary ? "^" : "-", count: window.caretColumns)
    let indent = String(repeating: " ", count: window.caretColumn)
    let remark = TerminalText.visible(ranked.label.remark)
    let used = window.caretColumn + window.caretColumns + 1
    let row = "\(bar(margin)) \(indent)"
    if remark.isEmpty { return [row + styled(mark, style)] }
    guard let width, used + DisplayWidth.columns(remark) > excerptColumns(margin: margin) else {
      return [row + styled("\(mark) \(remark)", style)]
    }
    let columns = width - margin.utf8.count - 3
    let shift = max(0, min(window.caretColumn, columns - max(24, min(DisplayWidth.columns(remark), columns))))
    let remarkIndent = String(repeating: " ", count: shift)
    return [row + styled(mark, style)]
      + TextWrapping.lines(remark, width: columns - shift).map { "\(bar(margin)) \(remarkIndent)\(styled($0, style))" }
  }
}
