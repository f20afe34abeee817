package dev.hypergraph4j.benchmarks.shapes;

/** A reference to pass from node to node: one of a few objects that are there from the beginning. */
final class Token {
    private static final Token[] ALL = new Token[16];

    static {
        for (int number = 0; number < ALL.length; number++) {
            ALL[number] = new Token(number);
        }
        for (Token token : ALL) {
            token.next = of(5 * token.number + 1);
        }
    }

    private final int number;
    private Token next = this;

    private Token(int number) {
        this.number = number;
    }

    static Token of(int number) {
        return ALL[number & (ALL.length - 1)];
    }

    int number() {
        return number;
    }

    Token next() {
        return next;
    }
}
