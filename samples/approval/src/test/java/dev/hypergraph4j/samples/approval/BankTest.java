package dev.hypergraph4j.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankTest {
    private static final Payment CABLES = new Payment("order-1", "Keller, Söhne & Co", "DE1", new BigDecimal("64.80"));
    private static final Payment COFFEE = new Payment("order-2", "Nord", "NL2", new BigDecimal("9.00"));

    @TempDir
    Path folder;

    private Path file;
    private Bank bank;

    @BeforeEach
    void open() {
        file = folder.resolve("payments.csv");
        bank = new Bank(file);
    }

    @Test
    void messageThatComesTwiceIsPaidOnce() throws IOException {
        assertThat(bank.pay("m1-0", CABLES)).isTrue();
        assertThat(bank.pay("m1-0", CABLES)).isFalse();
        assertThat(new Bank(file).pay("m1-0", CABLES)).isFalse();

        assertThat(file).hasContent("m1-0,order-1,\"Keller, Söhne & Co\",DE1,64.80\n");
    }

    @Test
    void otherMessageIsAnotherPaymentEvenIfItSaysTheSame() throws IOException {
        bank.pay("m1-0", CABLES);
        bank.pay("m1-01", CABLES);

        assertThat(bank.pay("m1-0", CABLES)).isFalse();
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void lineThatWasNotWrittenToItsEndDoesNotCount() throws IOException {
        bank.pay("m1-0", CABLES);
        Files.writeString(file, "m2-0,order-2,No", StandardOpenOption.APPEND);
        assertThat(bank.paid()).containsExactly("order-1");

        assertThat(bank.pay("m2-0", COFFEE)).isTrue();

        assertThat(Files.readAllLines(file))
                .containsExactly("m1-0,order-1,\"Keller, Söhne & Co\",DE1,64.80", "m2-0,order-2,Nord,NL2,9.00");
        assertThat(bank.paid()).containsExactlyInAnyOrder("order-1", "order-2");
    }

    @Test
    void bankThatWasNeverToldToPayHasPaidNothing() {
        assertThat(bank.paid()).isEmpty();
    }
}
