package io.larmor.environment.notebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of TeX that prose about physics uses, as MathML, which browsers draw without scripts: letters and numbers,
 * Greek, operators, sub- and superscripts, fractions, roots, accents, fonts and brackets. A command that it does not know
 * is shown by its name.
 */
final class MathMl {

    private static final Map<String, String> LETTERS = pairs("""
            alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
            mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
            Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω hbar ℏ ell ℓ infty ∞ partial ∂ nabla ∇ dots … ldots … cdots ⋯
            emptyset ∅ Re ℜ Im ℑ degree °""");
    private static final Map<String, String> OPERATORS = pairs("""
            times × cdot ⋅ pm ± mp ∓ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝ ll ≪ gg ≫ to →
            rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftrightarrow ⇔ mapsto ↦ in ∈ notin ∉ subset ⊂ cup ∪
            cap ∩ wedge ∧ vee ∨ neg ¬ oplus ⊕ otimes ⊗ circ ∘ ast ∗ star ⋆ perp ⟂ parallel ∥ mid ∣ langle ⟨ rangle ⟩ forall ∀
            exists ∃ sum ∑ prod ∏ int ∫ oint ∮ uparrow ↑ downarrow ↓ lbrace { rbrace } { { } } | ‖ % % & & # # _ _ $ $""");
    private static final Map<String, String> ACCENTS = pairs("""
            hat ^ widehat ^ bar ¯ overline ¯ vec → dot ˙ ddot ¨ tilde ~ widetilde ~""");
    private static final Map<String, String> FONTS = pairs("""
            mathbf bold boldsymbol bold bm bold mathrm normal text normal textrm normal mathit italic operatorname normal
            mathcal script mathbb double""");
    private static final Set<String> FUNCTIONS = Set.of("sin", "cos", "tan", "tanh", "sinh", "cosh", "exp", "log", "ln",
            "max", "min", "arg", "det", "lim", "sign", "arctan", "argmax", "argmin");
    private static final Map<String, String> SPACES = Map.of(",", "0.17em", ":", "0.22em", ";", "0.28em", "!", "-0.17em",
            "quad", "1em", "qquad", "2em", " ", "0.25em");
    private static final Set<String> IGNORED = Set.of("left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr",
            "displaystyle", "limits", "nolimits");

    private final String tex;
    private int at;

    private MathMl(String tex) {
        this.tex = tex;
    }

    /** The formula as one {@code <math>} element; a block stands on a line of its own. */
    static String of(String tex, boolean block) {
        var reader = new MathMl(tex);
        var body = new StringBuilder();
        while (reader.at < tex.length()) {
            body.append(reader.row(false));
            reader.at++;
        }
        return "<math display=\"" + (block ? "block" : "inline") + "\"><mrow>" + body + "</mrow></math>";
    }

    private static Map<String, String> pairs(String list) {
        var pairs = new HashMap<String, String>();
        String[] words = list.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            pairs.put(words[i], words[i + 1]);
        }
        return Map.copyOf(pairs);
    }

    /** Reads up to the closing brace, or the end. */
    private String row(boolean braced) {
        List<String> items = new ArrayList<>();
        while (at < tex.length() && tex.charAt(at) != '}') {
            char c = tex.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if ((c == '_' || c == '^') && at + 1 < tex.length()) {
                scripts(items);
            } else {
                items.add(item());
            }
        }
        if (braced) {
            at++;
        }
        return items.size() == 1 ? items.get(0) : "<mrow>" + String.join("", items) + "</mrow>";
    }

    private void scripts(List<String> items) {
        String base = items.isEmpty() ? "<mrow></mrow>" : items.remove(items.size() - 1);
        String below = null;
        String above = null;
        while (at + 1 < tex.length() && (tex.charAt(at) == '_' || tex.charAt(at) == '^')) {
            boolean under = tex.charAt(at++) == '_';
            String script = argument();
            if (under) {
                below = script;
            } else {
                above = script;
            }
        }
        boolean limits = base.matches("<mo[^>]*>[∑∏]</mo>");
        if (above == null) {
            items.add(element(limits ? "munder" : "msub", base + below));
        } else if (below == null) {
            items.add(element(limits ? "mover" : "msup", base + above));
        } else {
            items.add(element(limits ? "munderover" : "msubsup", base + below + above));
        }
    }

    private String argument() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
        return at < tex.length() ? item() : "<mrow></mrow>";
    }

    private String item() {
        char c = tex.charAt(at);
        if (c == '{') {
            at++;
            return row(true);
        }
        if (c == '\\') {
            return command();
        }
        if (Character.isDigit(c)) {
            int begin = at;
            while (at < tex.length() && (Character.isDigit(tex.charAt(at))
                    || tex.charAt(at) == '.' && at + 1 < tex.length() && Character.isDigit(tex.charAt(at + 1)))) {
                at++;
            }
            return element("mn", tex.substring(begin, at));
        }
        at++;
        if (Character.isLetter(c)) {
            return element("mi", String.valueOf(c));
        }
        return switch (c) {
            case '-' -> element("mo", "−");
            case '\'' -> element("mo", "′");
            case '~' -> space("0.25em");
            default -> element("mo", Highlight.escape(String.valueOf(c)));
        };
    }

    private String command() {
        int begin = ++at;
        while (at < tex.length() && Character.isLetter(tex.charAt(at))) {
            at++;
        }
        if (at == begin && at < tex.length()) {
            at++;
        }
        String name = tex.substring(begin, at);
        if (LETTERS.containsKey(name)) {
            return element("mi", LETTERS.get(name));
        }
        if (OPERATORS.containsKey(name)) {
            return element("mo", Highlight.escape(OPERATORS.get(name)));
        }
        if (ACCENTS.containsKey(name)) {
            return "<mover accent=\"true\">" + argument() + element("mo", ACCENTS.get(name)) + "</mover>";
        }
        if (FONTS.containsKey(name)) {
            return font(FONTS.get(name));
        }
        if (SPACES.containsKey(name)) {
            return space(SPACES.get(name));
        }
        return switch (name) {
            case "frac", "tfrac", "dfrac" -> element("mfrac", argument() + argument());
            case "sqrt" -> element("msqrt", argument());
            case "\\" -> "<mspace linebreak=\"newline\"></mspace>";
            default -> IGNORED.contains(name) ? ""
                    : FUNCTIONS.contains(name) ? element("mi", name) + space("0.1em")
                    : element("mtext", Highlight.escape("\\" + name));
        };
    }

    private String font(String font) {
        while (at < tex.length() && tex.charAt(at) == ' ') {
            at++;
        }
        if (font.equals("normal")) {
            int end = at < tex.length() && tex.charAt(at) == '{' ? tex.indexOf('}', at) : -1;
            if (end >= 0 && tex.substring(at + 1, end).matches("[^\\\\{$_^]*")) {
                String words = tex.substring(at + 1, end);
                at = end + 1;
                return element("mtext", Highlight.escape(words.replace(' ', '\u00A0')));
            }
        }
        String inside = argument();
        return switch (font) {
            case "bold" -> "<mrow style=\"font-weight:bold\">" + inside + "</mrow>";
            case "double" -> inside.replace(">R<", ">ℝ<").replace(">E<", ">𝔼<").replace(">N<", ">ℕ<").replace(">Z<", ">ℤ<")
                    .replace(">C<", ">ℂ<");
            case "script" -> "<mrow style=\"font-family:cursive\">" + inside + "</mrow>";
            default -> inside;
        };
    }

    private static String space(String width) {
        return "<mspace width=\"" + width + "\"></mspace>";
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
