package dev.hypergraph4j.samples.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdkModulesTest {

    @Test
    void withoutNamesAllModulesAreMeant() throws IOException {
        assertThat(JdkModules.named(List.of()))
                .contains("java.base", "java.logging")
                .isSorted();
    }

    @Test
    void moduleNamedTwiceCountsOnce() throws IOException {
        assertThat(JdkModules.named(List.of("java.xml", "java.base", "java.xml")))
                .containsExactly("java.xml", "java.base");
    }

    @Test
    void typoIsMended() {
        assertThatThrownBy(() -> JdkModules.named(List.of("java.base", "java.bsae")))
                .isInstanceOf(UnknownModuleException.class)
                .hasMessage("This JDK (%s) has no module 'java.bsae'. Did you mean 'java.base'?", Runtime.version());
    }

    @Test
    void strangeNameGetsAList() {
        assertThatThrownBy(() -> JdkModules.named(List.of("org.example.shop")))
                .hasMessageEndingWith("has no module 'org.example.shop'. 'java --list-modules' shows those it has.");
    }

    @Test
    void classFilesAreThoseOfTypes() throws IOException {
        assertThat(JdkModules.classFiles("java.base"))
                .isSorted()
                .anyMatch(file -> file.endsWith("java/lang/Object.class"))
                .noneMatch(file -> file.endsWith("module-info.class"));
    }
}
