package dev.hypergraph4j.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many are to be shown: to ask for none, or for less than that, is a slip. */
final class AtLeastOne implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException none) {
            // Told below.
        }
        throw new TypeConversionException("'" + text + "' is no whole number from 1 to " + Integer.MAX_VALUE);
    }
}
