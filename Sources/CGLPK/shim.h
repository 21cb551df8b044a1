/* GLPK, plus guarded forms of the calls in which it can find fault.

   On a fault GLPK prints a message and aborts the process, unless its error hook leaves by longjmp. The
   guarded forms install such a hook, keep the message instead of printing it, and return MUSUBI_GLPK_FAULT.
   The jump starts in GLPK and ends in the guarded form: it crosses no frame but C ones. After a fault GLPK
   allows nothing but glp_free_env, which the guarded form has then already called: every problem of this
   thread is gone and must not be touched, not even to delete it.

   The two long calls can be watched, so that they end within a second of being asked to. Branch and cut asks
   in its callback, at every step of its tree, and ends in an orderly way. The simplex method has no callback
   but writes a line a few times a second: the hook that receives it asks, and leaves as on a fault, by a jump
   over C frames alone, with MUSUBI_GLPK_STOPPED. The best integer point is copied out before. */

#ifndef MUSUBI_CGLPK_SHIM_H
#define MUSUBI_CGLPK_SHIM_H

#include <glpk.h>
#include <malloc.h>
#include <math.h>
#include <setjmp.h>
#include <stddef.h>

#define MUSUBI_GLPK_FAULT (-1)
#define MUSUBI_GLPK_STOPPED (-2)
#define MUSUBI_GLPK_NOTHING_LEFT (-3)

/* Answers of a watch, to be added up. */
#define MUSUBI_GLPK_STOP 1
#define MUSUBI_GLPK_REPORT 2

/* Milliseconds from one line of the simplex method to the next. */
#define MUSUBI_GLPK_INTERVAL 200

/* Where the words of a fault go; always ended by a zero. */
typedef struct {
    char *text;
    int capacity;
} musubi_glpk_words;

/* Who looks over GLPK's shoulder; the functions may be asked hundreds of times a second and must return. */
typedef struct {
    void * _Nonnull context;
    /* Whether to stop, and whether to report. */
    int (* _Nonnull look)(void * _Nonnull context);
    /* Objective of the best integer point and of the best open node of the tree; NaN where there is none. */
    void (* _Nonnull report)(void * _Nonnull context, double best, double bound);
} musubi_glpk_watch;

/* Where the best integer point goes when the jump loses the problem; `values` holds one for each column. */
typedef struct {
    double *values;
    int found;
} musubi_glpk_point;

struct musubi_glpk_guard {
    jmp_buf place;
    musubi_glpk_words words;
    int used;
    /* Null unless the call is watched. */
    const musubi_glpk_watch *watch;
    /* Null outside branch and cut. */
    glp_prob *problem;
    musubi_glpk_point *point;
    glp_iocp *settings;
    /* Nodes after which branch and cut ends; 0 for no limit. */
    int nodes;
    /* What a point has to be worth to be of use, and whether no open node promises as much any more. */
    double least;
    int nothing_left;
};

static void musubi_glpk_save(struct musubi_glpk_guard *guard)
{
    if (guard->problem == NULL || glp_mip_status(guard->problem) != GLP_FEAS) return;
    int columns = glp_get_num_cols(guard->problem);
    for (int column = 1; column <= columns; column++)
        guard->point->values[column - 1] = glp_mip_col_val(guard->problem, column);
    guard->point->found = 1;
}

static int musubi_glpk_listen(void *info, const char *text)
{
    struct musubi_glpk_guard *guard = (struct musubi_glpk_guard *)info;
    if (guard->watch != NULL) {
        if (guard->watch->look(guard->watch->context) & MUSUBI_GLPK_STOP) {
            musubi_glpk_save(guard);
            longjmp(guard->place, 2);
        }
        /* Of a talkative call only the last words are kept, in which a fault would be. */
        if (guard->used + 1 >= guard->words.capacity) guard->used = 0;
    }
    while (*text != '\0' && guard->used + 1 < guard->words.capacity) {
        char letter = *text++;
        guard->words.text[guard->used++] = letter == '\n' ? ' ' : letter;
    }
    if (guard->words.capacity > 0) guard->words.text[guard->used] = '\0';
    return 1; /* the message is dealt with: print nothing */
}

static void musubi_glpk_escape(void *info)
{
    longjmp(((struct musubi_glpk_guard *)info)->place, 1);
}

/* Whether no point of any use has been found and no open node promises one; asked when the bound of a node has
   been settled by its relaxation and cuts. */
static int musubi_glpk_has_nothing_left(glp_tree *tree, double least)
{
    int reason = glp_ios_reason(tree);
    if (reason != GLP_IBRANCH && reason != GLP_IBINGO) return 0;
    glp_prob *problem = glp_ios_get_prob(tree);
    if (glp_mip_status(problem) == GLP_FEAS && glp_mip_obj_val(problem) >= least) return 0;
    int node = glp_ios_best_node(tree);
    return node != 0 && glp_ios_node_bound(tree, node) < least;
}

/* Where branch and cut asks what to do next. */
static void musubi_glpk_step(glp_tree *tree, void *info)
{
    struct musubi_glpk_guard *guard = (struct musubi_glpk_guard *)info;
    /* The feasibility pump runs between this reason and the next without asking: let it talk meanwhile. */
    guard->settings->msg_lev = glp_ios_reason(tree) == GLP_IHEUR ? GLP_MSG_DBG : GLP_MSG_ON;
    int answer = guard->watch->look(guard->watch->context);
    if (answer & MUSUBI_GLPK_STOP) glp_ios_terminate(tree);
    int nodes = 0;
    glp_ios_tree_size(tree, NULL, NULL, &nodes);
    if (guard->nodes > 0 && nodes > guard->nodes) glp_ios_terminate(tree);
    if (musubi_glpk_has_nothing_left(tree, guard->least)) {
        guard->nothing_left = 1;
        glp_ios_terminate(tree);
    }
    if (answer & MUSUBI_GLPK_REPORT) {
        glp_prob *problem = glp_ios_get_prob(tree);
        int node = glp_ios_best_node(tree);
        double best = glp_mip_status(problem) == GLP_FEAS ? glp_mip_obj_val(problem) : NAN;
        guard->watch->report(guard->watch->context, best, node == 0 ? NAN : glp_ios_node_bound(tree, node));
    }
}

/* Runs a statement under guard; the enclosing function returns MUSUBI_GLPK_FAULT when it faults. */
#define MUSUBI_GLPK_GUARDED(given_words, statement)            \
    struct musubi_glpk_guard guard = {0};                      \
    guard.words = (given_words);                               \
    if (guard.words.capacity > 0) guard.words.text[0] = '\0';  \
    switch (setjmp(guard.place)) {                             \
    case 0: break;                                             \
    case 2: glp_free_env(); return MUSUBI_GLPK_STOPPED;        \
    default: glp_free_env(); return MUSUBI_GLPK_FAULT;         \
    }                                                          \
    glp_error_hook(musubi_glpk_escape, &guard);                \
    glp_term_hook(musubi_glpk_listen, &guard);                 \
    statement;                                                 \
    glp_error_hook(NULL, NULL);                                \
    glp_term_hook(NULL, NULL)

/* Appends rows with their bounds. */
static inline __attribute__((noinline)) int musubi_glpk_add_rows(
    glp_prob *problem, int count, const int types[], const double lower[], const double upper[],
    musubi_glpk_words words)
{
    MUSUBI_GLPK_GUARDED(words, {
        if (count > 0) glp_add_rows(problem, count);
        for (int row = 0; row < count; row++)
            glp_set_row_bnds(problem, row + 1, types[row], lower[row], upper[row]);
    });
    return 0;
}

/* Appends columns with their bounds and objective. */
static inline __attribute__((noinline)) int musubi_glpk_add_columns(
    glp_prob *problem, int count, const int types[], const double lower[], const double upper[],
    const double objective[], musubi_glpk_words words)
{
    MUSUBI_GLPK_GUARDED(words, {
        if (count > 0) glp_add_cols(problem, count);
        for (int column = 0; column < count; column++) {
            glp_set_col_bnds(problem, column + 1, types[column], lower[column], upper[column]);
            glp_set_obj_coef(problem, column + 1, objective[column]);
        }
    });
    return 0;
}

/* Bounds a column anew. */
static inline __attribute__((noinline)) int musubi_glpk_set_column_bounds(
    glp_prob *problem, int column, int type, double lower, double upper, musubi_glpk_words words)
{
    MUSUBI_GLPK_GUARDED(words, glp_set_col_bnds(problem, column + 1, type, lower, upper));
    return 0;
}

/* Replaces the matrix; entries at 1...count of the arrays, as everywhere in GLPK. */
static inline __attribute__((noinline)) int musubi_glpk_load_matrix(
    glp_prob *problem, int count, const int rows[], const int columns[], const double values[],
    musubi_glpk_words words)
{
    MUSUBI_GLPK_GUARDED(words, glp_load_matrix(problem, count, rows, columns, values));
    return 0;
}

/* Sets the statuses of all rows and columns. */
static inline __attribute__((noinline)) int musubi_glpk_set_basis(
    glp_prob *problem, const int row_statuses[], const int column_statuses[], musubi_glpk_words words)
{
    MUSUBI_GLPK_GUARDED(words, {
        int rows = glp_get_num_rows(problem);
        int columns = glp_get_num_cols(problem);
        for (int row = 0; row < rows; row++) glp_set_row_stat(problem, row + 1, row_statuses[row]);
        for (int column = 0; column < columns; column++)
            glp_set_col_stat(problem, column + 1, column_statuses[column]);
    });
    return 0;
}

/* Builds a basis as triangular as possible. */
static inline __attribute__((noinline)) int musubi_glpk_advanced_basis(
    glp_prob *problem, musubi_glpk_words words)
{
    MUSUBI_GLPK_GUARDED(words, glp_adv_basis(problem, 0));
    return 0;
}

/* Scales rows and columns by powers of two. */
static inline __attribute__((noinline)) int musubi_glpk_scale(glp_prob *problem, musubi_glpk_words words)
{
    MUSUBI_GLPK_GUARDED(words, glp_scale_prob(problem, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N));
    return 0;
}

/* Factorises the basis and computes its point; glp_warm_up's code. */
static inline __attribute__((noinline)) int musubi_glpk_warm_up(glp_prob *problem, musubi_glpk_words words)
{
    volatile int code = 0;
    MUSUBI_GLPK_GUARDED(words, code = glp_warm_up(problem));
    return code;
}

/* Solves the relaxation under watch, in rational numbers if it is to be exact; the code of glp_simplex or glp_exact. */
static inline __attribute__((noinline)) int musubi_glpk_simplex(
    glp_prob *problem, glp_smcp settings, int is_exact, musubi_glpk_watch watch, musubi_glpk_words words)
{
    volatile int code = 0;
    settings.msg_lev = GLP_MSG_ON;
    settings.out_dly = settings.out_frq = MUSUBI_GLPK_INTERVAL;
    MUSUBI_GLPK_GUARDED(words, {
        guard.watch = &watch;
        glp_term_out(GLP_ON);
        code = is_exact ? glp_exact(problem, &settings) : glp_simplex(problem, &settings);
        glp_term_out(GLP_OFF);
    });
    return code;
}

/* Makes every column an integer and subtracts a constant from the objective. */
static inline __attribute__((noinline)) int musubi_glpk_make_integer(
    glp_prob *problem, double constant, musubi_glpk_words words)
{
    MUSUBI_GLPK_GUARDED(words, {
        int columns = glp_get_num_cols(problem);
        for (int column = 1; column <= columns; column++) glp_set_col_kind(problem, column, GLP_IV);
        glp_set_obj_coef(problem, 0, -constant);
    });
    return 0;
}

/* Solves the integer program from an optimal relaxation under watch, within a number of nodes unless that is 0, as
   far as points worth `least` are concerned; glp_intopt's code, or MUSUBI_GLPK_NOTHING_LEFT where none is worth that. */
static inline __attribute__((noinline)) int musubi_glpk_intopt(
    glp_prob *problem, glp_iocp settings, int nodes, double least, musubi_glpk_watch watch,
    musubi_glpk_point *point, musubi_glpk_words words)
{
    volatile int code = 0;
    settings.msg_lev = GLP_MSG_ON;
    settings.out_dly = MUSUBI_GLPK_INTERVAL;
    MUSUBI_GLPK_GUARDED(words, {
        guard.watch = &watch;
        guard.problem = problem;
        guard.point = point;
        guard.settings = &settings;
        guard.nodes = nodes;
        guard.least = least;
        settings.cb_func = musubi_glpk_step;
        settings.cb_info = &guard;
        glp_term_out(GLP_ON);
        code = glp_intopt(problem, &settings);
        glp_term_out(GLP_OFF);
    });
    if (code == GLP_ESTOP && guard.nothing_left) return MUSUBI_GLPK_NOTHING_LEFT;
    return code;
}

/* Has the heap grow by 16 MiB at a time, and keep as much when memory is given back. */
static inline void musubi_glpk_keep_heap(void) { mallopt(M_TOP_PAD, 16 << 20); }

#endif
