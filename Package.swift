// swift-tools-version: 6.2
import PackageDescription

// Import hygiene, compiled instead of promised:
// https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
// https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
// https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
let hygiene: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
    .target(name: name, dependencies: dependencies, path: path, swiftSettings: hygiene)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: hygiene)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// Each layer may import the layers above it in this list; docs/architecture.md draws them.
let sources: [Target] = [
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CMemory"),

    module("Records"),
    module("Assignment", ["CMemory"]),
    module("Evidence"),

    module("Intake", ["Records", "CLibCSV", "CZip", "CExpat"]),
    module("Compatibility", ["Records"]),
    module("Simulation", ["Records"]),

    module("GLPKSolver", ["Assignment", "CGLPK"]),
    module("CaseLedger", ["Records", database]),
    module("Reporting", ["Records", "Evidence", "CXLSXWriter"]),

    module("Programmes", ["Records", "Compatibility", "Simulation", yams]),

    module(
        "Pipeline",
        [
            "Records", "Assignment", "Intake", "Compatibility", "Simulation", "CaseLedger", "Reporting",
            "Programmes", crypto,
        ]),

    .executableTarget(
        name: "musubi",
        dependencies: [
            "Records", "Assignment", "Intake", "GLPKSolver", "CaseLedger", "Reporting", "Pipeline", arguments,
        ],
        swiftSettings: hygiene),
]

let testing: [Target] = [
    module("TestSupport", path: "Tests/TestSupport"),
    module("TestKit", ["Assignment"], path: "Tests/TestKit"),
    tests("AssignmentTests", ["Assignment", "GLPKSolver", "TestKit"]),
    tests("GLPKSolverTests", ["GLPKSolver", "Assignment", "CGLPK", "TestKit"]),
    tests("CaseLedgerTests", ["CaseLedger", "Records", "TestSupport", database]),
    tests("IntakeTests", ["Intake", "Records", "CZip"], exclude: ["Workbooks"]),
    tests("EvidenceTests", ["Evidence"]),
    tests(
        "ReportingTests", ["Reporting", "Records", "Evidence", "Intake", "TestSupport"], exclude: ["Golden"]),
    tests("RecordsTests", ["Records"]),
    tests("CompatibilityTests", ["Compatibility", "Records", "TestKit"]),
    tests("ProgrammesTests", ["Programmes", "Compatibility", "Records"]),
    tests("SimulationTests", ["Simulation", "Records", "Intake", "Evidence", "Reporting"]),
    tests(
        "PipelineTests",
        [
            "Pipeline", "Assignment", "GLPKSolver", "CaseLedger", "Programmes", "Records", "Reporting",
            "TestKit",
            "TestSupport",
        ]),
    tests("EndToEndTests", ["musubi", "TestSupport"], exclude: ["Golden"]),
]

let package = Package(
    // Not "musubi": a package must not be named like a folder or a product that depends on it.
    name: "musubi-matching",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: sources + testing
)
