import CoverageEngine
import CoveragePolicy
import Diagnostics
import FarmModel

/// All the data of the page as one JSON text that may stand inside a script element.
struct HTMLPageData {
  /// A page lists at most so many diagnostics; the rest is counted.
  static let diagnosticLimit = 2_000

  let input: HTMLReportInput

  /// Packs everything. Complexity: O(n log n) in cells, findings and bodies.
  func json() -> String {
    let names = HTMLNameTables(input)
    let policies = policyRows(names: names)
    var variants = TextTable()
    var json = JSONWriter(layout: .compact)
    json.object { json in
      writeHead(to: &json)
      json.object("names") { names.write(to: &$0) }
      json.object("presence") { PackedPresence(input.farm, names: names).write(to: &$0) }
      writeStacks(to: &json, names: names)
      json.array("policies") { json in
        for policy in policies { policy.write(to: &json, names: names, variants: &variants) }
      }
      if let plan = input.plan {
        let rows = HTMLPlanRows(plan: plan, policies: policies, names: names)
        json.object("plan") { rows.write(to: &$0, variants: &variants) }
      }
      json.array("variants", of: variants.texts)
      writeDocuments(to: &json)
      writeDiagnostics(to: &json)
    }
    return JSONWriter.scriptSafe(json.text)
  }

  private func policyRows(names: HTMLNameTables) -> [HTMLPolicyRows] {
    let listed = input.outcome.policies.count { !$0.findings.isEmpty }
    let limit = HTMLFindingRows.limit / max(1, listed)
    return input.outcome.policies.enumerated().map { index, outcome in
      let detail = index < input.details.count ? input.details[index] : HTMLPolicyDetail()
      return HTMLPolicyRows(outcome, detail, findingLimit: limit, names: names)
    }
  }

  private func writeHead(to json: inout JSONWriter) {
    let outcome = input.outcome
    json.field("format", 1)
    json.field("tool", input.toolVersion)
    json.field("today", input.today.description)
    json.field("complete", input.isComplete)
    json.field("snapshot", outcome.snapshot)
    json.object("counts") { json in
      json.field("documents", outcome.documentCount)
      json.field("packages", outcome.packageCount)
      json.field("specs", outcome.specCount)
      json.field("stacks", outcome.stackCount)
      json.field("targets", outcome.targetCount)
    }
    json.object("news") { json in
      json.field("wanted", input.news.wanted)
      json.field("covered", input.news.covered)
      json.field("lost", ifPresent: input.news.lost)
      json.field("since", ifPresent: input.news.since)
      json.field("causes", ifPresent: input.news.causes)
    }
    json.field("trend", ifPresent: input.trend.map { PackedBytes.base64(Array($0.utf8)) })
  }

  private func writeStacks(to json: inout JSONWriter, names: HTMLNameTables) {
    let farm = input.farm
    json.array("stacks") { json in
      for (stack, facts) in farm.stackFacts.enumerated() {
        json.object { json in
          json.field("stack", names.number(farm.stacks[UInt32(stack)], in: names.stacks))
          json.field("packages", facts.packageCount)
          json.field("specs", facts.specCount)
          json.array("targets") { json in
            for (target, count) in zip(facts.targets, facts.packagesPerTarget) {
              json.array(of: [names.number(farm.targets[target], in: names.targets), count])
            }
          }
          json.array("oses", of: facts.oses.map { names.number(farm.oses[$0], in: names.oses) })
          json.array(
            "compilers", of: facts.compilers.map { names.number(farm.compilers[$0].canonical, in: names.compilers) })
        }
      }
    }
  }

  /// Each path as the number of Unicode scalars that it shares with the one before, and the rest.
  private func writeDocuments(to json: inout JSONWriter) {
    json.array("documents") { json in
      var last = ""
      for document in input.documents {
        let shared = zip(last.unicodeScalars, document.unicodeScalars).prefix { $0 == $1 }.count
        json.element(shared)
        json.element(String(document.unicodeScalars.dropFirst(shared)))
        last = document
      }
    }
  }

  private func writeDiagnostics(to json: inout JSONWriter) {
    let diagnostics = input.diagnostics
    json.field("diagnosticCount", diagnostics.count)
    json.array("diagnostics") { json in
      for diagnostic in diagnostics.prefix(HTMLPageData.diagnosticLimit) {
        json.object { json in
          json.field("code", diagnostic.code)
          json.field("severity", diagnostic.severity.rawValue)
          json.field("message", diagnostic.message)
          json.array("places", of: diagnostic.labels.map { $0.place.description })
          json.array("notes", of: diagnostic.notes)
          json.field("help", ifPresent: diagnostic.help)
        }
      }
    }
  }
}
