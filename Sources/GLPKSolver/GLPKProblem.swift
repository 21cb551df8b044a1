package import Assignment
import CGLPK

/// One GLPK problem object, alive for one synchronous call on one thread; GLPK's environment is per thread.
///
/// At most one is alive on a thread at a time: its end ends the environment too. Prints nothing. Every call
/// that can find fault is guarded: it throws `GLPKError`, after which the object is dead and every later call
/// throws too.
package final class GLPKProblem {
    private var handle: OpaquePointer?
    private let observer: GLPKObserver
    /// The best integer point when the problem was lost on request.
    private var saved: [Double]?
    private var message = [CChar](repeating: 0, count: 400)

    /// Makes a problem, hands it to `body` and deletes it.
    package static func with<Result>(
        _ program: IntegerProgram, watch: ProgramWatch = ProgramWatch(interruption: nil),
        _ body: (GLPKProblem) throws -> Result
    ) throws -> Result {
        let problem = GLPKProblem(GLPKObserver(watch))
        defer { problem.delete() }
        try problem.load(program)
        return try body(problem)
    }

    private init(_ observer: GLPKObserver) {
        self.observer = observer
        glp_term_out(GLP_OFF)
        handle = glp_create_prob()
        glp_set_obj_dir(handle, GLP_MAX)
    }

    private func delete() {
        // After a fault or a stop the guard has done both already.
        guard let handle else { return }
        glp_delete_prob(handle)
        glp_free_env()
        self.handle = nil
    }

    private func load(_ program: IntegerProgram) throws(GLPKError) {
        let rows = program.rows.map { Self.bounds($0.lower, $0.upper) }
        try guarded("glp_add_rows") { problem, words in
            musubi_glpk_add_rows(
                problem, Int32(rows.count), rows.map(\.type), rows.map(\.lower), rows.map(\.upper), words)
        }
        let columns = program.upperBounds.map { Self.bounds(0, $0) }
        try guarded("glp_add_cols") { problem, words in
            musubi_glpk_add_columns(
                problem, Int32(columns.count), columns.map(\.type), columns.map(\.lower),
                columns.map(\.upper), program.objective.map(Double.init), words)
        }
        var columnOfEntry: [Int32] = []
        columnOfEntry.reserveCapacity(program.entryRows.count)
        for column in 0..<program.columnCount {
            for _ in program.entries(of: column) { columnOfEntry.append(Int32(column)) }
        }
        try loadMatrix(
            rows: program.entryRows, columns: columnOfEntry,
            values: program.entryCoefficients.map(Double.init))
    }

    /// Replaces the matrix.
    ///
    /// Rows and columns count from 0 and are not checked here: `IntegerProgram` has
    /// checked its own, and what still gets past is GLPK's to find.
    package func loadMatrix(rows: [Int32], columns: [Int32], values: [Double]) throws(GLPKError) {
        // GLPK counts from 1 and never reads entry 0 of an array; here is the one place that shifts.
        try guarded("glp_load_matrix") { problem, words in
            musubi_glpk_load_matrix(
                problem, Int32(values.count), [0] + rows.map { $0 + 1 }, [0] + columns.map { $0 + 1 },
                [0] + values, words)
        }
    }

    /// Sets a basis; does not judge it.
    func set(_ basis: Basis) throws(GLPKError) {
        try guarded("glp_set_row_stat") { problem, words in
            musubi_glpk_set_basis(
                problem, basis.rows.map(GLPKCodes.code), basis.columns.map(GLPKCodes.code), words)
        }
    }

    /// Sets a basis as triangular as possible.
    func setAdvancedBasis() throws(GLPKError) {
        try guarded("glp_adv_basis") { musubi_glpk_advanced_basis($0, $1) }
    }

    /// Scales rows and columns by powers of two, so that their coefficients come near to 1; answers are not scaled.
    func scale() throws(GLPKError) {
        try guarded("glp_scale_prob") { musubi_glpk_scale($0, $1) }
    }

    /// Bounds a column anew.
    func setBounds(of column: Int, _ lower: Int, _ upper: Int?) throws(GLPKError) {
        let bounds = Self.bounds(lower, upper)
        try guarded("glp_set_col_bnds") {
            musubi_glpk_set_column_bounds($0, Int32(column), bounds.type, bounds.lower, bounds.upper, $1)
        }
    }

    /// What GLPK makes of a basis without a step of the simplex method.
    struct WarmUp {
        /// Whether the basis can be factorised.
        let isUsable: Bool
        /// Whether its point keeps all rows and bounds.
        let isFeasible: Bool
        /// Whether no reduced cost has the wrong sign either.
        let isOptimal: Bool
    }

    /// Factorises the basis, and computes its point and its multipliers.
    func warmUp() throws(GLPKError) -> WarmUp {
        let code = try guarded("glp_warm_up") { musubi_glpk_warm_up($0, $1) }
        return WarmUp(
            isUsable: code == 0, isFeasible: code == 0 && glp_get_prim_stat(handle) == GLP_FEAS,
            isOptimal: code == 0 && glp_get_status(handle) == GLP_OPT)
    }

    /// Runs the simplex method from the current basis, in rational numbers if it is to be exact.
    func simplex(
        _ settings: glp_smcp, isExact: Bool = false
    ) throws(GLPKError) -> (status: ProgramStatus, words: String) {
        let code = try guarded(isExact ? "glp_exact" : "glp_simplex") { problem, words in
            observer.watching { musubi_glpk_simplex(problem, settings, isExact ? 1 : 0, $0, words) }
        }
        return GLPKCodes.simplex(code: code, status: handle == nil ? GLP_UNDEF : glp_get_status(handle))
    }

    /// Makes every column an integer and takes a constant off the objective.
    func makeInteger(constant: Double) throws(GLPKError) {
        try guarded("glp_set_col_kind") { musubi_glpk_make_integer($0, constant, $1) }
    }

    /// Runs branch and cut from an optimal relaxation, of which the objective lacks a constant; within a number of nodes
    /// unless that is 0, after which the status is `interrupted`; `infeasible` means that no point is worth `least`.
    func branchAndCut(
        _ settings: glp_iocp, constant: Double, least: Double, nodes: Int32 = 0
    ) throws(GLPKError) -> (ProgramStatus, String) {
        observer.constant = constant
        var point = [Double](repeating: 0, count: columnCount)
        var isFound = false
        let code = try guarded("glp_intopt") { problem, words in
            point.withUnsafeMutableBufferPointer { buffer in
                var place = musubi_glpk_point(values: buffer.baseAddress, found: 0)
                defer { isFound = place.found != 0 }
                return observer.watching {
                    musubi_glpk_intopt(problem, settings, nodes, least - constant, $0, &place, words)
                }
            }
        }
        if isFound { saved = point }
        guard handle != nil else { return GLPKCodes.integer(code: code, status: GLP_UNDEF) }
        return GLPKCodes.integer(code: code, status: glp_mip_status(handle))
    }

    /// Number of columns.
    var columnCount: Int { handle == nil ? 0 : Int(glp_get_num_cols(handle)) }

    /// Objective of the relaxation.
    var objective: Double { glp_get_obj_val(handle) }

    /// Column values of the relaxation.
    package var values: [Double] { columns { glp_get_col_prim(handle, $0) } }

    /// Row multipliers of the relaxation.
    var rowDuals: [Double] { rows { glp_get_row_dual(handle, $0) } }

    /// Where the simplex method ended.
    var basis: Basis {
        Basis(
            rows: rows { GLPKCodes.status(of: glp_get_row_stat(handle, $0)) },
            columns: columns { GLPKCodes.status(of: glp_get_col_stat(handle, $0)) })
    }

    /// Column values of the best integer point, or `nil` when there is none.
    var integerValues: [Double]? {
        guard handle != nil else { return saved }
        let status = glp_mip_status(handle)
        return status == GLP_OPT || status == GLP_FEAS ? columns { glp_mip_col_val(handle, $0) } : nil
    }

    private func rows<Element>(_ element: (Int32) -> Element) -> [Element] {
        handle == nil ? [] : (0..<glp_get_num_rows(handle)).map { element($0 + 1) }
    }

    private func columns<Element>(_ element: (Int32) -> Element) -> [Element] {
        handle == nil ? [] : (0..<glp_get_num_cols(handle)).map { element($0 + 1) }
    }

    @discardableResult
    private func guarded(
        _ routine: String, _ call: (OpaquePointer, musubi_glpk_words) -> Int32
    ) throws(GLPKError) -> Int32 {
        guard let handle else {
            throw GLPKError(routine: routine, words: "the problem died of an earlier fault")
        }
        let capacity = Int32(message.count)
        let code = message.withUnsafeMutableBufferPointer { buffer in
            call(handle, musubi_glpk_words(text: buffer.baseAddress, capacity: capacity))
        }
        guard code != MUSUBI_GLPK_FAULT else {
            // The guard has freed the environment and the problem with it.
            self.handle = nil
            let letters = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw GLPKError(routine: routine, words: String(decoding: letters, as: UTF8.self))
        }
        if code == MUSUBI_GLPK_STOPPED { self.handle = nil }
        return code
    }

    private static func bounds(_ lower: Int?, _ upper: Int?) -> (type: Int32, lower: Double, upper: Double) {
        let type =
            switch (lower, upper) {
            case (nil, nil): GLP_FR
            case (_?, nil): GLP_LO
            case (nil, _?): GLP_UP
            case (let lower?, let upper?): lower == upper ? GLP_FX : GLP_DB
            }
        return (type, Double(lower ?? 0), Double(upper ?? 0))
    }
}
