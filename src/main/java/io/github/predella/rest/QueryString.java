package io.github.predella.rest;

import io.github.predella.core.Fault;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of an address in their order, repeated ones included, so that the links to other pages can repeat what
 * the caller asked.
 *
 * @param parameters decoded names and values
 */
public record QueryString(List<Parameter> parameters) {

    private static final int MAX_PARAMETERS = 1000;

    /** One name and its value, which is empty when there is none. */
    public record Parameter(String name, String value) {}

    public QueryString {
        parameters = List.copyOf(parameters);
    }

    /**
     * Takes the part behind the question mark apart.
     *
     * @param raw as it was sent, null when there is none
     * @throws Fault INVALID when it is not UTF-8 or has far too many parameters
     */
    public static QueryString parse(String raw) {
        var parameters = new ArrayList<Parameter>();
        if (raw != null && !raw.isEmpty()) {
            String[] pairs = raw.split("&", MAX_PARAMETERS + 1);
            if (pairs.length > MAX_PARAMETERS) {
                throw Fault.invalid("The request has too many parameters.");
            }
            for (String pair : pairs) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    parameters.add(new Parameter(decoded(name), decoded(value)));
                }
            }
        }
        return new QueryString(parameters);
    }

    /** The value of a parameter, the last one when it is repeated. */
    public Optional<String> last(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .reduce((earlier, later) -> later);
    }

    /** All values of a parameter in their order. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    public QueryString without(String name) {
        return new QueryString(parameters.stream()
                .filter(parameter -> !parameter.name().equals(name))
                .toList());
    }

    public QueryString with(String name, String value) {
        var more = new ArrayList<>(parameters);
        more.add(new Parameter(name, value));
        return new QueryString(more);
    }

    /** An address with these parameters. */
    public String after(String path) {
        return parameters.isEmpty()
                ? path
                : parameters.stream()
                        .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value()))
                        .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String text) {
        // What this encoder spares beyond the letters, the reference's spares too, except for the asterisk and tilde.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        var bytes = ByteBuffer.allocate(text.length() * 3);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '%' && i + 2 < text.length() && isHex(text, i + 1) && isHex(text, i + 2)) {
                bytes.put((byte) Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put(String.valueOf(character == '+' ? ' ' : character).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notText) {
            throw Fault.invalid("The parameters of the request are not valid UTF-8.");
        }
    }

    private static boolean isHex(String text, int position) {
        return Character.digit(text.charAt(position), 16) >= 0;
    }
}
