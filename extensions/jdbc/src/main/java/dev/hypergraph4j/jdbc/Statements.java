package dev.hypergraph4j.jdbc;

/** The statements that transitions consist of, in the order in which those of several transitions are executed. */
enum Statements {
    END_ATTEMPT(Attempts.END),
    SAVE_ATTEMPT(Attempts.SAVE),
    KEEP_ATTEMPT(Attempts.KEEP),
    SUPERSEDE_STEP(Steps.SUPERSEDE),
    FORGET_QUESTION(Questions.FORGET),
    TAKE_BACK(Outbox.TAKE_BACK),
    GIVE_BACK(Inbox.GIVE_BACK),
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

    /** Whether its rows are steps, which have to be told where they are. */
    boolean putsStep() {
        return this == SUPERSEDE_STEP || this == PUT_STEP || this == PAUSE_STEP || this == ENSURE_STEP;
    }

    /** Whether there may be nothing for it to change. */
    boolean mayChangeNothing() {
        return this == KEEP_ATTEMPT || this == FORGET_QUESTION || this == TAKE_BACK || this == GIVE_BACK;
    }
}
