// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The rooms of the house, in the order in which data flows: each may import only rooms named before it.
let rooms: [(name: String, imports: [String])] = [
  ("Diagnostics", []),
  ("FarmModel", []),
  ("FarmDocuments", ["Diagnostics", "FarmModel"]),
  ("CoveragePolicy", ["Diagnostics", "FarmModel"]),
  ("CoverageEngine", ["Diagnostics", "FarmModel", "CoveragePolicy"]),
  ("BuildPlanner", ["FarmModel", "CoveragePolicy", "CoverageEngine"]),
  ("JobLists", ["Diagnostics", "FarmModel", "CoveragePolicy", "CoverageEngine", "BuildPlanner"]),
  ("Reports", ["Diagnostics", "FarmModel", "CoveragePolicy", "CoverageEngine", "BuildPlanner"]),
  (
    "BuildcoverCommands",
    [
      "Diagnostics", "FarmModel", "FarmDocuments", "CoveragePolicy", "CoverageEngine", "BuildPlanner", "JobLists",
      "Reports",
    ]
  ),
]

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Fuzzing links libFuzzer, which not every toolchain has: `.ci/fuzz` asks for it, and for nothing else.
let fuzzes = ProcessInfo.processInfo.environment["BUILDCOVER_FUZZING"] != nil

let fuzzing: Target = .executableTarget(
  name: "farm-fuzz",
  dependencies: ["Diagnostics", "FarmModel", "FarmDocuments", "CoveragePolicy", "CoverageEngine"], path: "Tests",
  exclude: ["Fixtures", "Goldens", "Fuzzing/corpus", "Fuzzing/dictionary"],
  sources: ["Fuzzing"]
    + [
      "NaiveEngine", "NaiveEngine+Coverage", "NaiveEngine+Outcome", "NaiveEngine+Specs", "NaiveFarm", "RandomFarm",
      "SeededGenerator", "Sentences",
    ].map { "CoverageEngineTests/\($0).swift" },
  swiftSettings: settings)

let tests: [Target] = rooms.map { room in
  .testTarget(
    name: room.name + "Tests",
    dependencies: (rooms.prefix { $0.name != room.name }.map(\.name) + [room.name]).map { .byName(name: $0) },
    swiftSettings: settings)
}

let package = Package(
  name: "buildcover",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "buildcover", targets: ["buildcover"]),
    .library(name: "BuildcoverEngine", targets: ["FarmModel", "FarmDocuments", "CoveragePolicy", "CoverageEngine"]),
    .library(name: "BuildcoverPlanner", targets: ["BuildPlanner", "JobLists"]),
  ],
  dependencies: [],
  targets: rooms.map { room in
    .target(name: room.name, dependencies: room.imports.map { .byName(name: $0) }, swiftSettings: settings)
  } + [
    .executableTarget(name: "buildcover", dependencies: ["BuildcoverCommands"], swiftSettings: settings),
    .executableTarget(name: "farm-corpus", path: "Sources/FarmCorpus", swiftSettings: settings),
  ]
    + (fuzzes ? [fuzzing] : tests),
  swiftLanguageModes: [.v6]
)
