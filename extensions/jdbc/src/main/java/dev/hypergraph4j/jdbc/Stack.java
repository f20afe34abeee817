package dev.hypergraph4j.jdbc;

/** The stack of a thread. Who runs out of it while he holds a lock may not get so far as to give it back, and nobody else ever has it. */
final class Stack {
    /** Of about a hundred bytes each when they are compiled: by far more than ours, the JDK's and a driver's take that stand on what is taken. */
    private static final int FRAMES = 300;

    private Stack() {}

    /**
     * Sees to it that there is enough left to give back what is taken.
     *
     * @throws StackOverflowError if there is not; nothing has been taken then
     */
    static void require() {
        use(FRAMES, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    /** All of the values are needed after the call, so that no compiler makes the frames any smaller. */
    private static long use(int frames, long a, long b, long c, long d, long e, long f, long g, long h) {
        if (frames == 0) {
            return a;
        }
        return use(frames - 1, b, c, d, e, f, g, h, a)
                ^ a
                ^ b << 1
                ^ c << 2
                ^ d << 3
                ^ e << 4
                ^ f << 5
                ^ g << 6
                ^ h << 7;
    }
}
