// swift-tools-version: 6.2
import PackageDescription

/// Import hygiene, compiled instead of promised:
/// https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
/// https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
/// https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
let hygiene: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: hygiene)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: hygiene)
}

let package = Package(
    name: "musubi-matching",
    targets: [
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        module("Records"),
        module("Assignment"),
        module("GLPKSolver", ["Assignment", "CGLPK"]),
        .target(
            name: "TestKit", dependencies: ["Assignment"], path: "Tests/TestKit", swiftSettings: hygiene),
        tests("AssignmentTests", ["Assignment", "GLPKSolver", "TestKit"]),
        tests("GLPKSolverTests", ["GLPKSolver", "Assignment", "CGLPK", "TestKit"]),
    ]
)
