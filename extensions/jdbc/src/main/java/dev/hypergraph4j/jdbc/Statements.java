package dev.hypergraph4j.jdbc;

/** The statements that transitions consist of, in the order in which those of several transitions are executed. */
enum Statements {
    START_ATTEMPT(Attempts.START),
    END_ATTEMPT(Attempts.END),
    PAUSE_ATTEMPT(Attempts.PAUSE),
    SAVE_ATTEMPT(Attempts.SAVE),
    SUPERSEDE_STEP(Steps.SUPERSEDE),
    FORGET_QUESTION(Questions.FORGET),
    TAKE_BACK(Outbox.TAKE_BACK),
    PUT_STEP(Steps.PUT),
    PAUSE_STEP(Steps.PAUSE),
    ENSURE_STEP(Steps.ENSURE),
    ASK(Questions.ASK),
    SEND(Outbox.INSERT),
    VALUE(NamedValues.INSERT),
    LEAVE(Endings.LEAVE),
    LINE(Journal.INSERT);

    private final String sql;

    Statements(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** Whether there may be nothing for it to change. */
    boolean mayChangeNothing() {
        return this == FORGET_QUESTION || this == TAKE_BACK;
    }
}
