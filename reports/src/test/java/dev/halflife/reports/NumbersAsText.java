package dev.halflife.reports;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the JDK turns a number with a fraction into text: in a concatenation, by a method that makes a text of what
 * it is given, and by the {@code toString} that a record has by itself. What holds such a number counts as one.
 */
final class NumbersAsText extends TreePathScanner<@Nullable Void, CompilationUnitTree> {

    private static final Set<String> FRACTIONS = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final String JSON = "com.fasterxml.jackson.databind.JsonNode";

    private static final Set<String> MAKERS =
            Set.of("toString", "valueOf", "append", "insert", "print", "println", "printf", "format", "formatted");

    private static final Set<String> OF_TEXT = Set.of(
            "java.lang.String",
            "java.lang.StringBuilder",
            "java.lang.Double",
            "java.lang.Float",
            "java.util.Objects",
            "java.io.PrintStream",
            "java.io.PrintWriter");

    private final Trees trees;
    private final Consumer<String> found;

    NumbersAsText(JavacTask task, Consumer<String> found) {
        this.trees = Trees.instance(task);
        this.found = found;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree binary, CompilationUnitTree unit) {
        if (binary.getKind() == Tree.Kind.PLUS && isText(type(getCurrentPath()))) {
            expectNone(List.of(binary.getLeftOperand(), binary.getRightOperand()), unit);
        }
        return super.visitBinary(binary, unit);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree assignment, CompilationUnitTree unit) {
        if (assignment.getKind() == Tree.Kind.PLUS_ASSIGNMENT && isText(type(getCurrentPath()))) {
            expectNone(List.of(assignment.getExpression()), unit);
        }
        return super.visitCompoundAssignment(assignment, unit);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
        Element method = trees.getElement(getCurrentPath());
        if (method != null && MAKERS.contains(name(method))) {
            if (name(method).equals("toString")
                    && call.getArguments().isEmpty()
                    && call.getMethodSelect() instanceof MemberSelectTree select) {
                expectNone(List.of(select.getExpression()), unit);
            }
            if (OF_TEXT.contains(method.getEnclosingElement().toString()) && !isNumber(method)) {
                expectNone(call.getArguments(), unit);
            }
        }
        return super.visitMethodInvocation(call, unit);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, CompilationUnitTree unit) {
        Element method = trees.getElement(getCurrentPath());
        if (method != null
                && MAKERS.contains(name(method))
                && Set.of("java.lang.Double", "java.lang.Float")
                        .contains(method.getEnclosingElement().toString())
                && isText(((ExecutableElement) method).getReturnType())) {
            tell(reference, unit);
        }
        return super.visitMemberReference(reference, unit);
    }

    private void expectNone(List<? extends ExpressionTree> operands, CompilationUnitTree unit) {
        for (ExpressionTree operand : operands) {
            TypeMirror type = type(new TreePath(getCurrentPath(), operand));
            if (type != null && showsFraction(type, new TreeSet<>())) {
                tell(operand, unit);
            }
        }
    }

    private void tell(Tree what, CompilationUnitTree unit) {
        long at = trees.getSourcePositions().getStartPosition(unit, what);
        String file = unit.getSourceFile().toUri().getPath();
        found.accept(file.substring(file.indexOf("dev/halflife")) + ":"
                + unit.getLineMap().getLineNumber(at) + " " + what);
    }

    private @Nullable TypeMirror type(TreePath path) {
        return trees.getTypeMirror(path);
    }

    private static boolean isText(@Nullable TypeMirror type) {
        return type != null && bare(type).equals("java.lang.String");
    }

    private static String bare(TypeMirror type) {
        return type instanceof DeclaredType declared ? declared.asElement().toString() : type.toString();
    }

    /** Whether it gives a number, as {@code Double.valueOf}. */
    private static boolean isNumber(Element method) {
        return FRACTIONS.contains(bare(((ExecutableElement) method).getReturnType()));
    }

    private static String name(Element element) {
        return element.getSimpleName().toString();
    }

    /** Whether the text of such a value holds a number that the JDK has written. */
    private boolean showsFraction(TypeMirror type, Set<String> known) {
        if (FRACTIONS.contains(bare(type))) {
            return true;
        }
        if (!(type instanceof DeclaredType declared) || !known.add(type.toString())) {
            return false;
        }
        TypeElement of = (TypeElement) declared.asElement();
        if (isJson(of) || declared.getTypeArguments().stream().anyMatch(one -> showsFraction(one, known))) {
            return true;
        }
        if (of.getKind() != ElementKind.RECORD) {
            return of.getPermittedSubclasses().stream().anyMatch(one -> showsFraction(one, known));
        }
        return !saysItself(of)
                && of.getRecordComponents().stream().anyMatch(component -> showsFraction(component.asType(), known));
    }

    private static boolean isJson(TypeElement of) {
        return of.getQualifiedName().contentEquals(JSON)
                || (of.getSuperclass() instanceof DeclaredType above && isJson((TypeElement) above.asElement()));
    }

    private boolean saysItself(TypeElement record) {
        return record.getEnclosedElements().stream()
                .anyMatch(member -> member instanceof ExecutableElement method
                        && name(method).equals("toString")
                        && method.getParameters().isEmpty()
                        && trees.getTree(method) != null);
    }
}
