package dev.hypergraph4j.samples.approval;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Account numbers, whose check digits tell slips of the pen (ISO 13616). */
final class Iban {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z\\d]{11,30}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private Iban() {}

    /** Whether {@code account} has the form of an IBAN and the right check digits. */
    static boolean isValid(String account) {
        if (!FORM.matcher(account).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (account.substring(4) + account.substring(0, 4))
                .chars()
                .forEach(sign -> digits.append(Character.digit(sign, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    }
}
