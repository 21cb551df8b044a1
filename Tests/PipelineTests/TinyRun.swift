import Assignment
import CaseLedger
import Foundation
import GLPKSolver
import Pipeline
import Programmes
import Records
import Reporting
import TestSupport

/// A programme of a few people for tests, small enough to be solved by hand.
///
/// Two people may be paired where they share a letter of `meets`; the fit of a pair is 100 points for equal
/// levels and 25 fewer for every step between them, 0 from four steps on.
struct TinyRun {
    struct Volunteer {
        let id: String
        var meets = "a"
        var level = 0
        var places = 1
        var office = "north"
        var coordinator = "Sato"
        var hours = 9
    }

    struct Resident {
        let id: String
        var meets = "a"
        var level = 0
        var situation = "student"
        var load = 1
        var least = 0
    }

    var volunteers: [Volunteer]
    var residents: [Resident]
    /// Lines under `limits:`, besides the usual capacity.
    var limits = ""
    var capacity = "{volunteer: places, resident: 1}"
    var goals = "[most-pairs, best-fit]"
    var locks: [(String, String)] = []
    var previous: [(String, String)]?

    var programme: String {
        """
        programme: tiny
        kind: pairs
        name: {ja: 小, en: Tiny}
        people:
          volunteer: {label: {ja: ボランティア, en: volunteer}, id: [volunteer_id]}
          resident: {label: {ja: 住民, en: resident}, id: [resident_id]}
        vocabularies:
          situations: {refugee: {ja: 難民, en: refugee}, student: {ja: 留学生, en: student}}
          offices: {north: {ja: 北, en: North}, south: {ja: 南, en: South}}
          letters: open
        fields:
          meets: {kind: tags, vocabulary: letters, volunteer: [meets], resident: [meets]}
          level: {kind: number, volunteer: [level], resident: [level]}
          situation: {kind: category, vocabulary: situations, label: {ja: 区分, en: situation}, resident: [situation]}
          office: {kind: category, vocabulary: offices, label: {ja: 事務所, en: office}, volunteer: [office]}
          coordinator: {kind: text, label: {ja: 担当者, en: coordinator}, volunteer: [coordinator]}
          places: {kind: number, volunteer: [places]}
          hours: {kind: number, label: {ja: 週の時間, en: weekly hours}, volunteer: [hours], required: [volunteer]}
          load: {kind: number, label: {ja: 必要な時間, en: hours needed}, resident: [load], required: [resident]}
          least: {kind: number, resident: [least]}
        rules:
          - shares: meets
        criteria:
          level: {measure: gap, field: level, full-at: 0, zero-at: 4, weight: 1}
        limits:
          capacity: \(capacity)
        \(limits.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
        goals: \(goals)
        """
    }

    private func write(_ folder: TemporaryFolder) throws -> InputFiles {
        func pairs(_ pairs: [(String, String)], _ name: String) throws -> String {
            let rows = pairs.map { "\($0.0),\($0.1)\n" }.joined()
            return try folder.write("volunteer_id,resident_id\n" + rows, to: name)
        }
        let left = volunteers.map {
            "\($0.id),\($0.meets),\($0.level),\($0.places),\($0.office),\($0.coordinator),\($0.hours)\n"
        }
        let right = residents.map {
            "\($0.id),\($0.meets),\($0.level),\($0.situation),\($0.load),\($0.least)\n"
        }
        return InputFiles(
            programme: try folder.write(programme, to: "p.yaml"),
            volunteers: try folder.write(
                "volunteer_id,meets,level,places,office,coordinator,hours\n" + left.joined(), to: "v.csv"),
            residents: try folder.write(
                "resident_id,meets,level,situation,load,least\n" + right.joined(), to: "r.csv"),
            locks: locks.isEmpty ? nil : try pairs(locks, "locks.csv"),
            previous: try previous.map { try pairs($0, "previous.csv") })
    }

    static let glpk = CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())

    /// Runs the batch, with GLPK unless told otherwise and with what a ledger remembers; every check of the pipeline has
    /// then found nothing.
    func result(
        solver: any AssignmentSolver = glpk, remembering ledger: Ledger? = nil
    ) throws -> MatchRun.Result {
        let folder = try TemporaryFolder()
        return try MatchRun(
            files: try write(folder), asOf: CivilDate(dayNumber: 20_758), language: .en,
            solver: solver, solverName: "GLPK", version: "0"
        ).result(remembering: ledger)
    }

    func report() throws -> MatchReport { try result().report }

    /// What the files say, for the audit.
    func reading() throws -> CohortReading {
        let folder = try TemporaryFolder()
        return try CohortReading.read(try write(folder), asOf: CivilDate(dayNumber: 20_758))
    }

    /// The error of a run that must end without a result.
    func failure() throws -> PipelineError? {
        do {
            _ = try result()
            return nil
        } catch let error as PipelineError {
            return error
        }
    }
}

extension MatchReport {
    /// `V1-R2 V2-R1`, by resident.
    var pairText: String { pairs.map { "\($0.volunteer)-\($0.resident)" }.joined(separator: " ") }
}
