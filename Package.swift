// swift-tools-version: 6.1
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
    + rooms.map { room in
      .testTarget(
        name: room.name + "Tests",
        dependencies: (rooms.prefix { $0.name != room.name }.map(\.name) + [room.name]).map { .byName(name: $0) },
        swiftSettings: settings)
    },
  swiftLanguageModes: [.v6]
)
