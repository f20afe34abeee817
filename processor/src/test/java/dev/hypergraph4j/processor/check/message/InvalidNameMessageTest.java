package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class InvalidNameMessageTest {

    @Test
    void outputNameIsShownInTheAnnotation() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Rag {
                            @Node(outputName = "my-docs")
                            String retrieve(String question) { return null; }

                            @Node(outputName = "answer")
                            String generate(@From("my-docs") String docs) { return null; }
                        }
                        """).prints("""
                        Rag.java:7: error: [Hypergraph/InvalidName] The output name 'my-docs' of Rag.retrieve is no Java identifier.
                            @Node(outputName = "my-docs")
                                               ^

                              How to fix:
                                - write 'myDocs'""");
    }

    @Test
    void keywordIsShownInTheFrom() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Types {
                            @Node(outputName = "name")
                            String nameOf(@From("class") String type) { return null; }
                        }
                        """).prints("""
                        Types.java:7: error: [Hypergraph/InvalidName] The input name 'class' of Types.nameOf is a Java keyword.
                            String nameOf(@From("class") String type) { return null; }
                                                ^

                              How to fix:
                                - choose a name that a Java variable can have""");
    }

    @Test
    void nodeNameIsShownAtTheMethod() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Types {
                            @Node(outputName = "name", name = "types/name")
                            String nameOf(String type) { return null; }

                            @Node(outputName = "size", name = "END")
                            int sizeOf(String type) { return 0; }
                        }
                        """).prints("""
                        Types.java:7: error: [Hypergraph/InvalidName] The node name 'types/name' of Types.nameOf contains '/', which separates the parts of a path.
                            String nameOf(String type) { return null; }
                                   ^

                              How to fix:
                                - write 'typesName'

                        Types.java:10: error: [Hypergraph/InvalidName] The node name 'END' of Types.sizeOf is reserved.
                            int sizeOf(String type) { return 0; }
                                ^

                              How to fix:
                                - write 'end'""");
    }

    @Test
    void nameGivenByAUseIsShownThere() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node(outputName = "trimmed")
                            String trim(String text) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        @Use(type = Texts.class, method = "trim", name = "trim title",
                                outputs = @Rename(from = "trimmed", to = "short.title"))
                        class Titles {}
                        """).prints("""
                        Titles.java:7: error: [Hypergraph/InvalidName] The new name 'short.title' of the @Use of Texts.trim contains '.', which separates the parts of a path.
                                outputs = @Rename(from = "trimmed", to = "short.title"))
                                                                         ^

                              How to fix:
                                - write 'shortTitle'

                        Titles.java:6: error: [Hypergraph/InvalidName] The node name 'trim title' of the @Use of Texts.trim is no Java identifier.
                        @Use(type = Texts.class, method = "trim", name = "trim title",
                        ^

                              How to fix:
                                - write 'trimTitle'""");
    }

    @Test
    void inputThatNoRecordCanHaveIsShownAtItsParameter() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Lamp {
                            @Node(outputName = "light")
                            String blink(int wait, String builder) { return null; }
                        }
                        """).prints("""
                        Lamp.java:8: error: [Hypergraph/InvalidName] Lamp can't have an input 'wait': Java lets no record have a component of that name.
                            String blink(int wait, String builder) { return null; }
                                             ^
                              wait : int  parameter of Lamp.blink(wait, builder)

                              How to fix:
                                - name the value otherwise: @From("...") keeps the parameter's name, or
                                - rename the parameter

                        Lamp.java:8: error: [Hypergraph/InvalidName] Lamp can't have an input 'builder': the record LampInputs has a static member of that name.
                            String blink(int wait, String builder) { return null; }
                                                          ^
                              builder : String  parameter of Lamp.blink(wait, builder)

                              How to fix:
                                - name the value otherwise: @From("...") keeps the parameter's name, or
                                - rename the parameter""");
    }

    @Test
    void outputThatNoRecordCanHaveIsShownAtItsName() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        class Hashes {
                            @Node(outputName = "hashCode")
                            int hash(String text) { return 0; }
                        }
                        """).prints("""
                        Hashes.java:7: error: [Hypergraph/InvalidName] Hashes can't have an output 'hashCode': Java lets no record have a component of that name.
                            @Node(outputName = "hashCode")
                                               ^
                              hashCode : int  output of Hashes.hash

                              How to fix:
                                - give the output of Hashes.hash another name in its outputName; @From lets parameters keep theirs""");
    }
}
