package dev.hypergraph4j.samples.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The types at the end are compiled with the tests, and their instructions counted by hand. */
class ClassFileReaderTest {
    private final InstructionCounts instructions = new InstructionCounts();

    @Test
    void countsMethodsInstructionsAndStrings() throws IOException {
        ClassFacts meter = read(Meter.class);

        assertThat(meter)
                .isEqualTo(new ClassFacts(
                        Meter.class.getName(),
                        "tests",
                        TypeKind.CLASS,
                        false,
                        Optional.of("java.lang.Object"),
                        61,
                        4,
                        3 + 7 + 2,
                        1,
                        Optional.of(new MethodSize(Meter.class.getName() + ".add(int, String[])", 7))));
        assertThat(meter.packageName()).isEqualTo("dev.hypergraph4j.samples.census");
    }

    @Test
    void countsEachInstructionByItsMnemonic() throws IOException {
        read(Meter.class);

        assertThat(instructions.byMnemonic())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "aload", 2L,
                        "invokespecial", 1L,
                        "return", 2L,
                        "dup", 1L,
                        "getfield", 1L,
                        "iload", 1L,
                        "iadd", 1L,
                        "putfield", 1L,
                        "ldc", 1L,
                        "areturn", 1L));
    }

    @Test
    void countsEveryShapeOfInstruction() throws IOException {
        String[] mnemonics = {
            "nop",
            "bipush",
            "ldc",
            "iload",
            "iinc",
            "goto",
            "tableswitch",
            "lookupswitch",
            "getstatic",
            "invokestatic",
            "invokedynamic",
            "new",
            "newarray",
            "multianewarray",
            "ifnonnull"
        };

        ClassFacts facts = read(classWithOneOfEachShape());

        assertThat(instructions.byMnemonic()).containsOnlyKeys(mnemonics);
        assertThat(facts.instructions()).isEqualTo(mnemonics.length);
    }

    @Test
    void tellsTheKindsOfTypesApart() throws IOException {
        assertThat(read(Meter.class).kind()).isEqualTo(TypeKind.CLASS);
        assertThat(read(Shape.class).kind()).isEqualTo(TypeKind.INTERFACE);
        assertThat(read(Circle.class).kind()).isEqualTo(TypeKind.RECORD);
        assertThat(read(Side.class).kind()).isEqualTo(TypeKind.ENUM);
        assertThat(read(Marker.class).kind()).isEqualTo(TypeKind.ANNOTATION);
    }

    @Test
    void bodyOfAnEnumConstantIsAClass() throws IOException {
        assertThat(read(Side.LEFT.getClass()).kind()).isEqualTo(TypeKind.CLASS);
    }

    @Test
    void knowsSealedTypes() throws IOException {
        assertThat(read(Shape.class).isSealed()).isTrue();
        assertThat(read(Circle.class).isSealed()).isFalse();
    }

    @Test
    void interfaceWithoutCodeHasNoLongestMethod() throws IOException {
        assertThat(read(Shape.class).longestMethod()).isEmpty();
        assertThat(read(Shape.class).methods()).isEqualTo(1);
    }

    @Test
    void onlyObjectHasNoSuperclass() throws IOException {
        assertThat(read(Object.class).superclass()).isEmpty();
        assertThat(read(Shape.class).superclass()).hasValue("java.lang.Object");
    }

    private ClassFacts read(Class<?> type) throws IOException {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream classFile = type.getResourceAsStream(file)) {
            return ClassFileReader.read(classFile, "tests", instructions);
        }
    }

    private ClassFacts read(byte[] classFile) throws IOException {
        return ClassFileReader.read(new ByteArrayInputStream(classFile), "tests", instructions);
    }

    private static byte[] classWithOneOfEachShape() {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Shapes", null, "java/lang/Object", null);
        MethodVisitor code = type.visitMethod(Opcodes.ACC_STATIC, "all", "()V", null, null);
        Label start = new Label();
        code.visitLabel(start);
        code.visitInsn(Opcodes.NOP);
        code.visitIntInsn(Opcodes.BIPUSH, 42);
        code.visitLdcInsn(42L);
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitIincInsn(0, 1);
        code.visitJumpInsn(Opcodes.GOTO, start);
        code.visitTableSwitchInsn(0, 0, start, start);
        code.visitLookupSwitchInsn(start, new int[] {7}, new Label[] {start});
        code.visitFieldInsn(Opcodes.GETSTATIC, "Shapes", "one", "I");
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "Shapes", "all", "()V", false);
        code.visitInvokeDynamicInsn("any", "()V", new Handle(Opcodes.H_INVOKESTATIC, "Shapes", "all", "()V", false));
        code.visitTypeInsn(Opcodes.NEW, "Shapes");
        code.visitIntInsn(Opcodes.NEWARRAY, Opcodes.T_INT);
        code.visitMultiANewArrayInsn("[[I", 2);
        code.visitJumpInsn(Opcodes.IFNONNULL, start);
        code.visitMaxs(2, 2);
        code.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }

    private static class Meter {
        private int value;

        // aload invokespecial return
        Meter() {}

        // aload dup getfield iload iadd putfield return
        void add(int amount, String... unused) {
            value += amount;
        }

        // ldc areturn
        static String name() {
            return "meter";
        }

        native void reset();
    }

    private sealed interface Shape permits Circle {
        double area();
    }

    private record Circle(double area) implements Shape {}

    private enum Side {
        LEFT {},
        RIGHT
    }

    private @interface Marker {}
}
