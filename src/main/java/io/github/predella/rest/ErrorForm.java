package io.github.predella.rest;

import java.util.Locale;

/** The three forms in which a refusal can be told; the caller's {@code Accept} chooses (images-api, "General rules"). */
enum ErrorForm {
    HTML("text/html; charset=UTF-8"),
    JSON("application/json"),
    PLAIN("text/plain; charset=UTF-8");

    private final String mediaType;

    ErrorForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * Pages win over JSON when both are equally welcome, because command-line clients accept anything and read pages
     * best. A header that welcomes neither, an empty one included, gets plain text.
     *
     * @param accept the header's value, null when there is none
     */
    static ErrorForm welcomedBy(String accept) {
        if (accept == null) {
            return HTML;
        }
        double html = weight(accept, "text", "html");
        double json = weight(accept, "application", "json");
        if (html <= 0 && json <= 0) {
            return PLAIN;
        }
        return html >= json ? HTML : JSON;
    }

    /** The weight that the most specific matching range gives a media type (RFC 9110, section 12.5.1). */
    private static double weight(String accept, String type, String subtype) {
        int bestSpecificity = -1;
        double weight = 0;
        for (String part : accept.split(",", 32)) {
            String[] pieces = part.trim().toLowerCase(Locale.ROOT).split(";", 16);
            int specificity = specificity(pieces[0].trim(), type, subtype);
            if (specificity > bestSpecificity) {
                bestSpecificity = specificity;
                weight = quality(pieces);
            }
        }
        return weight;
    }

    private static int specificity(String range, String type, String subtype) {
        if (range.equals(type + "/" + subtype)) {
            return 2;
        }
        if (range.equals(type + "/*")) {
            return 1;
        }
        return range.equals("*/*") ? 0 : -1;
    }

    private static double quality(String[] pieces) {
        for (int p = 1; p < pieces.length; p++) {
            String parameter = pieces[p].trim();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException unreadable) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
