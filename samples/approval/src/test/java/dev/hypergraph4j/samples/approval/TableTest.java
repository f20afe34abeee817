package dev.hypergraph4j.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    Path folder;

    @Test
    void ordersThatComeWithTheSampleAreRead() {
        assertThat(Table.orders(Sample.ORDERS)).hasSize(13);
        assertThat(Sample.order(1004))
                .isEqualTo(new Order(
                        1004,
                        "IT",
                        "Keller, Söhne & Co",
                        "CH9300762011623852957",
                        "Docking stations",
                        new BigDecimal("890.00")));
    }

    @Test
    void columnsAreFoundByTheirNamesAndCellsAreOneLine() throws IOException {
        Path file = write("amount,item,account,supplier,department,number\n1,\"two\n lines\",A, B ,C,7\n\n");

        assertThat(Table.orders(file)).containsExactly(new Order(7, "C", "B", "A", "two lines", BigDecimal.ONE));
    }

    @Test
    void lineThatCantBeReadIsNamed() throws IOException {
        Path file = write("number,department,supplier,account,item,amount\n1,IT,B,A,x,1\n2,IT,B,A,x,much\n");

        assertThatThrownBy(() -> Table.orders(file))
                .isInstanceOf(ApprovalException.class)
                .hasMessage(file + ":3 is no line as the others: 'much' is no amount");
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.csv");

        assertThatThrownBy(() -> Table.orders(file))
                .isInstanceOf(ApprovalException.class)
                .hasMessageContaining(file + " can't be read");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("orders.csv"), text);
    }
}
