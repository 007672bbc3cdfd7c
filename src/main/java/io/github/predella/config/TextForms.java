package io.github.predella.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How the text of a setting becomes a value. Every refusal is an IllegalArgumentException that says what is wanted. */
final class TextForms {

    private static final Set<String> YES = Set.of("true", "1", "yes", "on");
    private static final Set<String> NO = Set.of("false", "0", "no", "off");

    private static final Map<Class<?>, Function<String, Object>> SINGLE = Map.of(
            boolean.class, TextForms::yesOrNo,
            Boolean.class, TextForms::yesOrNo,
            int.class, TextForms::smallNumber,
            long.class, TextForms::wholeNumber,
            String.class, text -> text,
            Path.class, Path::of,
            URI.class, URI::create,
            DataSize.class, DataSize::parse,
            Seconds.class, Seconds::parse,
            Secret.class, Secret::new);

    private TextForms() {}

    /** Whether {@link #single} knows the type. */
    static boolean isSingle(Class<?> type) {
        return type.isEnum() || SINGLE.containsKey(type);
    }

    static Object single(Class<?> type, String text) {
        return type.isEnum() ? constant(type, text) : SINGLE.get(type).apply(text);
    }

    static long wholeNumber(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private static int smallNumber(String text) {
        try {
            return Math.toIntExact(wholeNumber(text));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("must be a whole number below 2^31", e);
        }
    }

    private static boolean yesOrNo(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (YES.contains(lower) || NO.contains(lower)) {
            return YES.contains(lower);
        }
        throw new IllegalArgumentException("must be true or false");
    }

    private static Object constant(Class<?> type, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (Object constant : type.getEnumConstants()) {
            if (wireName(constant).equals(wanted)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("must be one of "
                + Arrays.stream(type.getEnumConstants())
                        .map(TextForms::wireName)
                        .collect(Collectors.joining(", ")));
    }

    private static String wireName(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    /** Elements between commas, perhaps in quotes; the brackets of the reference's bounded lists are optional. */
    static List<String> list(String text) {
        return elements(text).stream().map(TextForms::unquoted).toList();
    }

    private static String unquoted(String element) {
        char first = element.charAt(0);
        boolean quoted = (first == '\'' || first == '"') && element.length() > 1 && element.endsWith("" + first);
        return quoted ? element.substring(1, element.length() - 1) : element;
    }

    private static List<String> elements(String text) {
        var elements = new ArrayList<String>();
        for (String element : without("[]", text).split(",", -1)) {
            if (!element.isBlank()) {
                elements.add(element.strip());
            }
        }
        return List.copyOf(elements);
    }

    /** Pairs {@code key:value} between commas, in order; a value may contain further colons. */
    static Map<String, String> map(String text) {
        var pairs = new LinkedHashMap<String, String>();
        for (String pair : elements(without("{}", text))) {
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("must be pairs such as key:value,key:value");
            }
            String key = pair.substring(0, colon).strip();
            if (pairs.put(key, pair.substring(colon + 1).strip()) != null) {
                throw new IllegalArgumentException("must not name " + key + " twice");
            }
        }
        return Collections.unmodifiableMap(pairs);
    }

    private static String without(String brackets, String text) {
        String plain = text.strip();
        boolean bracketed = plain.startsWith(brackets.substring(0, 1)) && plain.endsWith(brackets.substring(1));
        return bracketed ? plain.substring(1, plain.length() - 1) : plain;
    }
}
