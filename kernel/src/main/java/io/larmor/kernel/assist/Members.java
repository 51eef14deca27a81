package io.larmor.kernel.assist;

import io.larmor.kernel.help.Signature;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;

/** What stands behind a dot, in the order in which it is likely to be wanted. */
final class Members {

    /** How likely a member is wanted, the likeliest first. */
    enum Rank { SETTER, OWN, INHERITED, OF_EVERY_OBJECT }

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "getClass", "hashCode", "notify", "notifyAll",
            "toString", "wait");
    private static final int QUESTIONS = 3;

    private final Class<?> owner;

    private Members(Class<?> owner) {
        this.owner = owner;
    }

    /**
     * The members of what stands before a dot. The class is that which declares one of the proposed methods; if it lacks
     * others that are proposed it is a superclass, and one of these is asked about.
     */
    static Members of(SourceCodeAnalysis analysis, TypeNames types, String upToDot, List<String> proposals) {
        Class<?> owner = null;
        List<String> open = proposals.stream().filter(text -> text.indexOf('(') > 0)
                .map(text -> text.substring(0, text.indexOf('('))).distinct()
                .filter(name -> !OF_EVERY_OBJECT.contains(name)).toList();
        for (int i = 0; i < QUESTIONS && !open.isEmpty(); i++) {
            String call = upToDot + open.get(0) + "(";
            Class<?> declares = analysis.documentation(call, call.length(), false).stream()
                    .map(found -> types.resolve(Signature.of(found.signature()).type())).filter(type -> type != null)
                    .findFirst().orElse(null);
            if (declares == null) {
                break;
            }
            owner = owner == null || owner.isAssignableFrom(declares) ? declares : owner;
            Set<String> known = Arrays.stream(owner.getMethods()).map(Method::getName).collect(Collectors.toSet());
            open = open.stream().filter(name -> !known.contains(name)).toList();
        }
        return new Members(owner);
    }

    /** The static methods of a class. */
    static Members of(Class<?> owner) {
        return new Members(owner);
    }

    Rank rank(String proposal) {
        if (OF_EVERY_OBJECT.contains(name(proposal)) && proposal.indexOf('(') > 0) {
            return Rank.OF_EVERY_OBJECT;
        }
        if (owner == null) {
            return Rank.OWN;
        }
        List<Method> methods = methods(proposal);
        if (proposal.indexOf('(') < 0) {
            return Rank.OWN;
        }
        if (methods.isEmpty()) {
            return Rank.INHERITED;
        }
        // a fluent class of a library is set up by such methods; in Java's own they are like any others
        boolean fluent = !owner.getName().startsWith("java.");
        if (fluent && methods.stream().anyMatch(m -> m.getReturnType() == owner && !Modifier.isStatic(m.getModifiers()))) {
            return Rank.SETTER;
        }
        return methods.stream().anyMatch(m -> m.getDeclaringClass() == owner) ? Rank.OWN : Rank.INHERITED;
    }

    /** Arguments and type of a proposal; empty if nothing is known. */
    String signature(String proposal) {
        if (owner == null) {
            return "";
        }
        if (proposal.indexOf('(') < 0) {
            return field(proposal);
        }
        List<Method> methods = methods(proposal);
        return methods.isEmpty() ? "" : text(methods.get(0)) + (methods.size() > 1 ? " +" + (methods.size() - 1) : "");
    }

    private String field(String name) {
        try {
            Field field = owner.getField(name);
            return field.getType().getSimpleName();
        } catch (NoSuchFieldException | LinkageError e) {
            return "";
        }
    }

    /** The methods that a proposal stands for: {@code name()} takes no arguments, {@code name(} does. */
    private List<Method> methods(String proposal) {
        String name = name(proposal);
        boolean none = proposal.endsWith("()");
        return Arrays.stream(owner.getMethods()).filter(m -> m.getName().equals(name) && !m.isBridge())
                .filter(m -> (m.getParameterCount() == 0) == none)
                .sorted(Comparator.comparingInt(Method::getParameterCount)).toList();
    }

    private static String text(Method method) {
        return Arrays.stream(method.getParameters()).map(Members::text).collect(Collectors.joining(", ", "(", ")"))
                + " " + method.getReturnType().getSimpleName();
    }

    private static String text(Parameter parameter) {
        String type = parameter.getType().getSimpleName();
        return parameter.isNamePresent() ? type + " " + parameter.getName() : type;
    }

    private static String name(String proposal) {
        int open = proposal.indexOf('(');
        return open < 0 ? proposal : proposal.substring(0, open);
    }
}
