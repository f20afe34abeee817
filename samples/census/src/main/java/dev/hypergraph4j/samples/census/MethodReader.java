package dev.hypergraph4j.samples.census;

import java.util.function.IntConsumer;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Counts the instructions of one method. ASM has a call for each shape of instruction, and all shapes count alike. */
final class MethodReader extends MethodVisitor {
    private final InstructionCounts counts;
    private final IntConsumer whenEnded;
    private int length;

    /**
     * @param counts where each instruction is added
     * @param whenEnded is told how many there were
     */
    MethodReader(InstructionCounts counts, IntConsumer whenEnded) {
        super(ClassFileReader.ASM_API);
        this.counts = counts;
        this.whenEnded = whenEnded;
    }

    private void count(int opcode) {
        length++;
        counts.add(opcode);
    }

    @Override
    public void visitEnd() {
        whenEnded.accept(length);
    }

    @Override
    public void visitInsn(int opcode) {
        count(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        count(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        count(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        count(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        count(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        count(opcode);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        count(Opcodes.INVOKEDYNAMIC);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        count(opcode);
    }

    @Override
    public void visitLdcInsn(Object value) {
        count(Opcodes.LDC);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        count(Opcodes.IINC);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label defaultLabel, Label... labels) {
        count(Opcodes.TABLESWITCH);
    }

    @Override
    public void visitLookupSwitchInsn(Label defaultLabel, int[] keys, Label[] labels) {
        count(Opcodes.LOOKUPSWITCH);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        count(Opcodes.MULTIANEWARRAY);
    }
}
