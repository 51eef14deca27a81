package io.larmor.kernel.spi;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Knows the words of a library: what they mean, and what usually stands in their brackets. A method is named like
 * {@code Stno.current(double)}, a constructor {@code Stno(double)}, a type {@code Stno}: class, name and types without
 * packages, outer classes and type parameters.
 */
public interface WordGuide {

    /**
     * The name of a method, or of a constructor where the owner is empty.
     *
     * @param owner the class, with its package or without
     * @param types the types of the parameters as they are written in source code
     */
    static String word(String owner, String name, List<String> types) {
        String plain = owner.substring(owner.lastIndexOf('.') + 1);
        return (plain.isEmpty() ? "" : plain + ".") + name
                + types.stream().map(WordGuide::plainType).collect(Collectors.joining(",", "(", ")"));
    }

    /** The name of a compiled method or constructor. */
    static String word(Executable call) {
        List<String> types = new ArrayList<>();
        for (Type type : call.getGenericParameterTypes()) {
            types.add(type.getTypeName().replace('$', '.'));
        }
        if (call.isVarArgs()) {
            types.set(types.size() - 1, types.get(types.size() - 1).replaceFirst("\\[\\]$", "..."));
        }
        String owner = call.getDeclaringClass().getSimpleName();
        return call instanceof Constructor ? word("", owner, types) : word(owner, call.getName(), types);
    }

    private static String plainType(String type) {
        String bare = type;
        while (bare.indexOf('<') >= 0) {
            bare = bare.replaceAll("<[^<>]*>", "");
        }
        bare = bare.strip().split(" ")[0];
        int end = bare.endsWith("...") ? bare.length() - 3 : bare.length();
        return bare.substring(bare.lastIndexOf('.', end - 1) + 1);
    }

    /** What is known about a word, or empty. */
    Optional<Help> help(String word);

    /**
     * Texts to propose first as an argument, {@code mA(} where a current is expected; empty for none.
     *
     * @param word the method or constructor
     * @param position which of its arguments, from 0
     */
    default List<String> arguments(String word, int position) {
        return List.of();
    }
}
