package dev.hypergraph4j.samples.agent;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.operators.OperatorIfc;
import java.math.BigDecimal;
import java.math.MathContext;

/** Computes with decimal numbers, as EvalEx does: 0.1 + 0.2 is 0.3. */
final class Calculator {
    /** -3^2 is -9, as in mathematics; EvalEx has 9 otherwise, as spreadsheets do. */
    private static final ExpressionConfiguration RULES = ExpressionConfiguration.builder()
            .powerOfPrecedence(OperatorIfc.OPERATOR_PRECEDENCE_POWER_HIGHER)
            .build();

    /** EvalEx computes with twice as many digits: what it rounded does not show. */
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private Calculator() {}

    /** The value of {@code expression}. */
    static BigDecimal evaluate(String expression) {
        try {
            BigDecimal value = new Expression(expression, RULES).evaluate().getNumberValue();
            return plain(value);
        } catch (BaseException | ArithmeticException faulty) {
            throw new ToolException("'" + expression + "' can't be computed: " + faulty.getMessage(), faulty);
        }
    }

    /** Without zeros at the end. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.round(DIGITS).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
