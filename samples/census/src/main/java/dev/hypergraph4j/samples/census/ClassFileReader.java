package dev.hypergraph4j.samples.census;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Takes the facts out of one class file while ASM walks through it, and keeps nothing else. */
final class ClassFileReader extends ClassVisitor {
    static final int ASM_API = Opcodes.ASM9;

    /** The tag of string constants in the constant pool. */
    private static final int CONSTANT_STRING = 8;

    private final InstructionCounts instructionCounts;

    private int fileVersion;
    private int access;
    private Optional<String> superclass = Optional.empty();
    private boolean isSealed;
    private int methods;
    private int instructions;
    private int longestLength;
    private String longestName = "";
    private String longestDescriptor = "";

    private ClassFileReader(InstructionCounts instructionCounts) {
        super(ASM_API);
        this.instructionCounts = instructionCounts;
    }

    /** The facts of a class of {@code module}; its instructions are added to {@code instructionCounts}. */
    static ClassFacts read(InputStream classFile, String module, InstructionCounts instructionCounts)
            throws IOException {
        ClassReader file = new ClassReader(classFile);
        ClassFileReader seen = new ClassFileReader(instructionCounts);
        file.accept(seen, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        String name = javaName(file.getClassName());
        return new ClassFacts(
                name,
                module,
                seen.kind(),
                seen.isSealed,
                seen.superclass,
                seen.fileVersion,
                seen.methods,
                seen.instructions,
                strings(file),
                seen.longestMethod(name));
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.fileVersion = version & 0xFFFF; // the other half is the minor version
        this.access = access;
        this.superclass = Optional.ofNullable(superName).map(ClassFileReader::javaName);
    }

    @Override
    public void visitPermittedSubclass(String permittedSubclass) {
        isSealed = true;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        methods++;
        return new MethodReader(instructionCounts, length -> methodEnded(name, descriptor, length));
    }

    private void methodEnded(String name, String descriptor, int length) {
        instructions += length;
        if (length > longestLength) {
            longestLength = length;
            longestName = name;
            longestDescriptor = descriptor;
        }
    }

    private TypeKind kind() {
        if ((access & Opcodes.ACC_ANNOTATION) != 0) {
            return TypeKind.ANNOTATION;
        }
        if ((access & Opcodes.ACC_INTERFACE) != 0) {
            return TypeKind.INTERFACE;
        }
        // Not by the flag: the bodies of enum constants are marked as enums too.
        return switch (superclass.orElse("")) {
            case "java.lang.Enum" -> TypeKind.ENUM;
            case "java.lang.Record" -> TypeKind.RECORD;
            default -> TypeKind.CLASS;
        };
    }

    private Optional<MethodSize> longestMethod(String className) {
        if (longestLength == 0) {
            return Optional.empty();
        }
        String parameters = Arrays.stream(Type.getArgumentTypes(longestDescriptor))
                .map(type -> simpleName(type.getClassName()))
                .collect(joining(", ", "(", ")"));
        return Optional.of(new MethodSize(className + "." + longestName + parameters, longestLength));
    }

    private static int strings(ClassReader file) {
        return (int) IntStream.range(1, file.getItemCount())
                .map(file::getItem)
                .filter(item -> item > 0 && file.readByte(item - 1) == CONSTANT_STRING)
                .count();
    }

    private static String javaName(String internalName) {
        return internalName.replace('/', '.');
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
