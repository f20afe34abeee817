package dev.hypergraph4j.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {
    @ParameterizedTest
    @ValueSource(strings = {"DE89370400440532013000", "FR1420041010050500013M02606", "NL91ABNA0417164300"})
    void rightCheckDigitsAreTold(String account) {
        assertThat(Iban.isValid(account)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DE89", "DE89370400440532013001", "DE98370400440532013000", "de89370400440532013000"})
    void slipsOfThePenAreTold(String account) {
        assertThat(Iban.isValid(account)).isFalse();
    }
}
