import Assignment
import Foundation
import GLPKSolver
import Pipeline
import Programmes
import Records
import Reporting
import TestSupport
import Testing

@Suite struct MatchRunTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let programme = "\(root)/configs/family-friend.yaml"

    private func files(_ folder: String) -> InputFiles {
        InputFiles(
            programme: Self.programme, volunteers: "\(folder)/volunteers.csv",
            residents: "\(folder)/residents.csv")
    }

    private func run(_ files: InputFiles, solver: any AssignmentSolver) throws -> MatchRun {
        MatchRun(
            files: files, asOf: try #require(CivilDate(iso: "2026-11-01")), language: .en, solver: solver,
            solverName: "test", version: "0")
    }

    private var glpk: CertifiedAssignmentSolver {
        CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())
    }

    @Test("made-up cohorts of many seeds are matched, proven optimal, and pass both independent checks")
    func seeds() throws {
        let asOf = try #require(CivilDate(iso: "2026-11-01"))
        for seed in 1...40 as ClosedRange<UInt64> {
            let folder = try TemporaryFolder()
            _ = try SampleCohort(
                programme: Self.programme, places: nil,
                counts: [.volunteer: 20 + Int(seed), .resident: 60 - Int(seed)], seed: seed, asOf: asOf
            ).write(to: folder.path, replacing: false)
            // A finding of either check is thrown.
            let result = try run(files(folder.path), solver: glpk).result()
            let report = result.report
            #expect(report.certificate.status == "optimal")
            #expect(report.headline.pairsProposed == report.pairs.count)
            #expect(report.headline.residentsProposed + report.unmatched.count == report.breakdowns[2].total)
        }
    }

    @Test("the audit finds a pair that breaks a rule, a twin, a stranger, a wrong fit and a wrong sum")
    func audit() throws {
        let files = files("\(Self.root)/data/family-friend")
        let asOf = try #require(CivilDate(iso: "2026-11-01"))
        let reading = try CohortReading.read(files, asOf: asOf)
        let report = try run(files, solver: glpk).result().report
        let ruleset = reading.ruleset
        func findings(_ change: (inout MatchReport) -> Void) -> [String] {
            var copy = report
            change(&copy)
            return MatchAudit.findings(in: copy, reading: reading, ruleset: ruleset)
        }
        #expect(findings { _ in }.isEmpty)
        #expect(findings { $0.pairs[0].fit += 1 }.contains { $0.contains("fit") })
        #expect(findings { $0.pairs.append($0.pairs[0]) }.contains { $0.contains("paired twice") })
        #expect(findings { $0.pairs.append($0.pairs[0]) }.contains { $0.contains("2 partners for 1 places") })
        #expect(findings { $0.pairs[0].residentRow = 1 }.contains { $0.contains("not in the tables") })
        #expect(findings { $0.certificate.goals[1].value += 1 }.contains { $0.contains("longest-waiting") })
        #expect(findings { $0.pairs.removeLast() }.contains { $0.contains("most-pairs") })
        let stranger = try #require(report.unused.first { $0.reason.en.contains("not done") })
        let broken = findings {
            $0.pairs[0].volunteer = stranger.volunteer
            $0.pairs[0].volunteerRow = stranger.row
        }
        #expect(broken.contains { $0.contains("fails gate-") })
    }

    /// Claims to be optimal with one pair missing: what a faulty solver would do.
    private struct ForgetfulSolver: AssignmentSolver {
        let honest: CertifiedAssignmentSolver

        func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
            let outcome = honest.solve(problem, options: options)
            guard var solution = outcome.solution else { return outcome }
            solution.edges.removeLast()
            return AssignmentOutcome(termination: .optimal, claim: .provenOptimal, solution: solution)
        }
    }

    @Test("an answer that fails its check ends the run with 70 and writes no lists")
    func faultySolver() throws {
        let folder = try TemporaryFolder()
        let run = try run(
            files("\(Self.root)/data/family-friend"), solver: ForgetfulSolver(honest: glpk))
        #expect {
            try run.run(into: RunFolder(path: folder.path("run")), replacing: false)
        } throws: { error in
            (error as? PipelineError)?.exitCode == 70
        }
        #expect(try folder.entries() == ["run.failed-check"])
    }

    /// Takes away what the run needs later: the folder in which the workbook is made, or other files.
    private struct Saboteur: AssignmentSolver {
        let honest: CertifiedAssignmentSolver
        let paths: @Sendable () -> [String]

        func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
            for path in paths() { try? FileManager.default.removeItem(atPath: path) }
            return honest.solve(problem, options: options)
        }
    }

    @Test("a workbook that cannot be made while the lists are ends the run with 74 and leaves nothing")
    func noWorkbook() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        let saboteur = Saboteur(honest: glpk) {
            let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return entries.filter { $0.hasSuffix("-scratch") }.map { "\(path)/\($0)" }
        }
        let run = try run(files("\(Self.root)/data/family-friend"), solver: saboteur)
        #expect {
            try run.run(into: RunFolder(path: folder.path("run")), replacing: false)
        } throws: { error in
            guard case .runFolder(.writeFailed(let path, _)) = error as? PipelineError else { return false }
            return path == "matches.xlsx"
        }
        #expect(try folder.entries() == [])
    }

    @Test("of two exports that cannot be used the volunteers' is named, whichever is read first")
    func twoBadExports() throws {
        let folder = try TemporaryFolder()
        let volunteers = try folder.write(
            "no header of ours\n" + String(repeating: "x\n", count: 5000), to: "v.csv")
        let residents = try folder.write("", to: "r.csv")
        for _ in 0..<20 {
            let files = InputFiles(programme: Self.programme, volunteers: volunteers, residents: residents)
            #expect {
                _ = try run(files, solver: glpk).result()
            } throws: { error in
                guard case .intake? = error as? PipelineError else { return false }
                return (error as? PipelineError)?.lines(in: .en).first?.contains("v.csv") == true
            }
        }
    }

    /// States a bound of the last goal that its own proof does not give.
    private struct BoastfulSolver: AssignmentSolver {
        let honest: CertifiedAssignmentSolver

        func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
            guard var solution = honest.solve(problem, options: options).solution else {
                return AssignmentOutcome(termination: .infeasible, claim: .none)
            }
            solution.certificate.goals[2].bound += 7
            return AssignmentOutcome(termination: .numericalTrouble, claim: .none, refused: solution)
        }
    }

    @Test(
        "beside the lists not written stands the problem without ids, where that very fault shows again"
    )
    func failedCheck() throws {
        let folder = try TemporaryFolder()
        var input = files("\(Self.root)/data/family-friend")
        let pair = try #require(try run(input, solver: glpk).result().report.pairs.first)
        let lock = "volunteer_id,resident_id\n\(pair.volunteer),\(pair.resident)\n"
        input = InputFiles(
            programme: input.programme, volunteers: input.volunteers, residents: input.residents,
            locks: try folder.write(lock, to: "lock.csv"))
        let run = try run(input, solver: BoastfulSolver(honest: glpk))
        let error = #expect(throws: PipelineError.self) {
            try run.run(into: RunFolder(path: folder.path("run")), replacing: false)
        }
        #expect(error?.exitCode == 70)
        let place = folder.path("run.failed-check")
        let names = try folder.entries(of: "run.failed-check")
        #expect(
            names == [
                "README.txt", "certificate.json", "graph.csv", "left.csv", "limits.csv", "result.csv",
                "right.csv", "terms.csv",
            ])
        for name in names {
            let text = try folder.text(of: "run.failed-check/\(name)")
            #expect(!text.contains(pair.volunteer.text) && !text.contains(pair.resident.text), "\(name)")
        }
        // The earlier goals and the lock have become limits, and the proof holds but for the one number.
        let again = #expect(throws: PipelineError.self) {
            try BareVerification(
                files: BareFiles(
                    graph: "\(place)/graph.csv", leftCapacities: "\(place)/left.csv",
                    rightCapacities: "\(place)/right.csv", limits: "\(place)/limits.csv",
                    terms: "\(place)/terms.csv"),
                cover: nil, result: "\(place)/result.csv", certificate: "\(place)/certificate.json"
            ).run()
        }
        let text = try #require(again).lines(in: .en)
        #expect(text.contains { $0.contains("the multipliers prove the bound") }, "\(text)")
    }

    @Test("a run whose search ended early is given with its gap, in the report, its JSON and its manifest")
    func gap() throws {
        let run = try run(files("\(Self.root)/data/family-friend"), solver: ModestSolver(honest: glpk))
        let result = try run.result()
        #expect(result.report.certificate.status == "gap" && result.report.certificate.wasInterrupted)
        func text(_ name: String) -> String {
            String(decoding: result.files.first { $0.name == name }?.bytes ?? [], as: UTF8.self)
        }
        #expect(text("report.html").contains("Total points of fit: at most 4 more points could be possible."))
        #expect(text("report.json").contains("\"status\" : \"gap\""))
        #expect(text("manifest.json").contains("\"status\" : \"gap\""))
        #expect(text("manifest.json").contains("\"termination\" : \"interrupted\""))
    }

    /// Claims less of the last goal than is proven: a price higher by 4 at a resident of one place, whose
    /// edges count nothing in the bound, is as valid and proves a bound higher by 4.
    private struct ModestSolver: AssignmentSolver {
        let honest: CertifiedAssignmentSolver

        func solve(_ problem: AssignmentProblem, options: SolverOptions) -> AssignmentOutcome {
            // Which teams can be had at all is settled before, by a problem with one goal more.
            guard problem.goals.count == 3 else { return honest.solve(problem, options: options) }
            guard var solution = honest.solve(problem, options: options).solution,
                let edge = solution.edges.first
            else { return AssignmentOutcome(termination: .infeasible, claim: .none) }
            solution.certificate.goals[2].left[problem.graph.left(of: edge)] += 4
            solution.certificate.goals[2].multiplierTotal += 4
            solution.certificate.goals[2].dualValue += 4
            solution.certificate.goals[2].bound += 4
            solution.certificate.goals[2].method = .open(gap: 4)
            return AssignmentOutcome(termination: .interrupted, claim: .withinGap, solution: solution)
        }
    }
}

extension Breakdown {
    /// Everybody counted, for a field of which each person has one value.
    fileprivate var total: Int { rows.reduce(0) { $0 + $1.applied } }
}
