/* GLPK, plus guarded forms of the calls in which it can find fault.

   On a fault GLPK prints a message and aborts the process, unless its error hook leaves by longjmp. The
   guarded forms install such a hook, keep the message instead of printing it, and return MUSUBI_GLPK_FAULT.
   The jump starts in GLPK and ends in the guarded form: it crosses no frame but C ones. After a fault GLPK
   allows nothing but glp_free_env, which the guarded form has then already called: every problem of this
   thread is gone and must not be touched, not even to delete it. */

#ifndef MUSUBI_CGLPK_SHIM_H
#define MUSUBI_CGLPK_SHIM_H

#include <glpk.h>
#include <setjmp.h>
#include <stddef.h>

#define MUSUBI_GLPK_FAULT (-1)

/* Where the words of a fault go; always ended by a zero. */
typedef struct {
    char *text;
    int capacity;
} musubi_glpk_words;

struct musubi_glpk_guard {
    jmp_buf place;
    musubi_glpk_words words;
    int used;
};

static int musubi_glpk_listen(void *info, const char *text)
{
    struct musubi_glpk_guard *guard = (struct musubi_glpk_guard *)info;
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

/* Runs a statement under guard; the enclosing function returns MUSUBI_GLPK_FAULT when it faults. */
#define MUSUBI_GLPK_GUARDED(given_words, statement)            \
    struct musubi_glpk_guard guard;                            \
    guard.words = (given_words);                               \
    guard.used = 0;                                            \
    if (guard.words.capacity > 0) guard.words.text[0] = '\0';  \
    if (setjmp(guard.place) != 0) {                            \
        glp_free_env();                                        \
        return MUSUBI_GLPK_FAULT;                              \
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

/* Factorises the basis and computes its point; glp_warm_up's code. */
static inline __attribute__((noinline)) int musubi_glpk_warm_up(glp_prob *problem, musubi_glpk_words words)
{
    volatile int code = 0;
    MUSUBI_GLPK_GUARDED(words, code = glp_warm_up(problem));
    return code;
}

/* Solves the relaxation; glp_simplex's code. */
static inline __attribute__((noinline)) int musubi_glpk_simplex(
    glp_prob *problem, const glp_smcp *settings, musubi_glpk_words words)
{
    volatile int code = 0;
    MUSUBI_GLPK_GUARDED(words, code = glp_simplex(problem, settings));
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

/* Solves the integer program from an optimal relaxation; glp_intopt's code. */
static inline __attribute__((noinline)) int musubi_glpk_intopt(
    glp_prob *problem, const glp_iocp *settings, musubi_glpk_words words)
{
    volatile int code = 0;
    MUSUBI_GLPK_GUARDED(words, code = glp_intopt(problem, settings));
    return code;
}

#endif
