package io.larmor.kernel.shell;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts a {@link Checkpoint} at every method entry and backward jump of a notebook class. */
final class Weaver {

    private static final String CHECKPOINT = Type.getInternalName(Checkpoint.class);
    private static final String RUNTIME = Type.getInternalName(Runtime.class);
    private static final Handle BOOTSTRAP = new Handle(Opcodes.H_INVOKESTATIC, CHECKPOINT, "bootstrap",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                    + "Ljava/lang/invoke/CallSite;", false);

    private Weaver() {
    }

    static byte[] weave(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return new Method(super.visitMethod(access, name, descriptor, signature, exceptions), name);
            }
        }, 0);
        return writer.toByteArray();
    }

    private static final class Method extends MethodVisitor {
        private final String name;
        private final Set<Label> seen = new HashSet<>();

        Method(MethodVisitor next, String name) {
            super(Opcodes.ASM9, next);
            this.name = name;
        }

        private void checkpoint() {
            mv.visitInvokeDynamicInsn("checkpoint", "()V", BOOTSTRAP);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (!name.equals("<init>")) {
                checkpoint();
            }
        }

        @Override
        public void visitLabel(Label label) {
            seen.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (seen.contains(label)) {
                checkpoint();
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            if (owner.equals("java/lang/System") && method.equals("exit")) {
                super.visitMethodInsn(opcode, CHECKPOINT, "exit", descriptor, false);
            } else if (owner.equals(RUNTIME) && (method.equals("exit") || method.equals("halt"))) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, "exit", "(Ljava/lang/Runtime;I)V", false);
            } else {
                super.visitMethodInsn(opcode, owner, method, descriptor, isInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String lambda, String descriptor, Handle bootstrap, Object... arguments) {
            Object[] safe = arguments.clone();
            for (int i = 0; i < safe.length; i++) {
                if (safe[i] instanceof Handle handle && handle.getOwner().equals("java/lang/System")
                        && handle.getName().equals("exit")) {
                    safe[i] = new Handle(Opcodes.H_INVOKESTATIC, CHECKPOINT, "exit", handle.getDesc(), false);
                }
            }
            super.visitInvokeDynamicInsn(lambda, descriptor, bootstrap, safe);
        }
    }
}
