package dev.hypergraph4j.jdbc;

/** The stack of a thread. Who runs out of it while he holds a lock may not get so far as to give it back, and nobody else ever has it. */
final class Stack {
    /** By far more than those of ours and of the JDK's between whoever takes a lock and what he does with it. */
    private static final int FRAMES = 300;

    private Stack() {}

    /**
     * Sees to it that there is enough left to give back what is taken.
     *
     * @throws StackOverflowError if there is not; nothing has been taken then
     */
    static void require() {
        use(FRAMES);
    }

    private static int use(int frames) {
        return frames == 0 ? 0 : 1 + use(frames - 1);
    }
}
