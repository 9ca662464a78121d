import Foundation
import JobLists
import Testing

@Suite struct JobListGoldenTests {
  @Test(arguments: JobListFormat.allCases, PlanExamples.all.map(\.name))
  func `every format writes every kind of plan as recorded`(format: JobListFormat, example: String) throws {
    let report = try #require(PlanExamples.all.first { $0.name == example }).report
    switch format.jobList(of: report) {
    case .text(let text), .script(let text):
      #expect(!format.isDirectory)
      try Golden.expect(text, equals: "JobLists/\(example)/plan.\(fileExtension(of: format))")
    case .directory(let files):
      #expect(format.isDirectory)
      #expect(Set(files.map(\.path)).count == files.count)
      try Golden.expect(
        files.map(\.path).joined(separator: "\n"), equals: "JobLists/\(example)/\(format.rawValue).files")
      for file in files {
        try Golden.expect(file.text, equals: "JobLists/\(example)/\(format.rawValue)/\(file.path)")
      }
    }
  }

  private func fileExtension(of format: JobListFormat) -> String {
    switch format {
    case .text: "txt"
    case .json: "json"
    case .csv: "csv"
    case .markdown: "md"
    case .gitlab: "gitlab-ci.yml"
    case .github: "github.json"
    case .shell: "sh"
    case .spack, .slurm: "none"
    }
  }
}
