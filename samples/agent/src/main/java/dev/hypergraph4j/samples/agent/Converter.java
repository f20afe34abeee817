package dev.hypergraph4j.samples.agent;

import java.math.BigDecimal;
import javax.measure.IncommensurableException;
import javax.measure.Unit;

/** Converts units with the factors of Indriya, the reference implementation of the Units of Measurement API. */
final class Converter {
    private Converter() {}

    /** {@code value}, measured in the unit {@code from}, in the unit {@code to}. */
    static BigDecimal convert(String value, String from, String to) {
        Unit<?> source = UnitTable.unit(from);
        Unit<?> target = UnitTable.unit(to);
        try {
            Number converted = source.getConverterToAny(target).convert(number(value));
            return Calculator.plain(new BigDecimal(converted.toString()));
        } catch (IncommensurableException other) {
            throw new ToolException(
                    "'" + from + "' can't be converted to '" + to + "': they measure different things.", other);
        }
    }

    private static BigDecimal number(String value) {
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException noNumber) {
            throw new ToolException("'" + value + "' is no number.", noNumber);
        }
    }
}
