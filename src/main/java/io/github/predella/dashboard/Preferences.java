package io.github.predella.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Language, theme and keys: what the person chose by {@code ?lang=}, {@code ?theme=} or {@code ?keys=}, kept in cookies of
 * the browser; else what the browser asks for.
 */
@Named("preferences")
@RequestScoped
public class Preferences {

    private static final String LANGUAGE = "lang";
    private static final String THEME = "theme";
    private static final String KEYS = "keys";

    /** What can be chosen, by the name of the parameter. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            LANGUAGE, List.of("en", "zh_CN"),
            THEME, List.of("light", "dark", "system"),
            KEYS, List.of("on", "off"));

    private static final int YEAR = 365 * 24 * 60 * 60;

    private HttpServletRequest request;

    /** For the container's proxy only. */
    protected Preferences() {}

    @Inject
    public Preferences(HttpServletRequest request) {
        this.request = request;
    }

    /** Whether a request chooses something. */
    static boolean isChoice(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && CHOICES.keySet().stream().anyMatch(name -> request.getParameter(name) != null);
    }

    /** Keeps what a request chooses, and leads on to the same address without the choice. */
    static void note(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CHOICES.forEach((name, values) -> {
            if (Stream.ofNullable(request.getParameter(name)).anyMatch(values::contains)) {
                response.addCookie(cookie(request, name));
            }
        });
        var rest = Stream.of(
                        Optional.ofNullable(request.getQueryString()).orElse("").split("&", -1))
                .filter(pair -> CHOICES.keySet().stream().noneMatch(name -> pair.startsWith(name + "=")))
                .toList();
        response.sendRedirect(request.getRequestURI() + (rest.isEmpty() ? "" : "?" + String.join("&", rest)));
    }

    private static Cookie cookie(HttpServletRequest request, String name) {
        var cookie = new Cookie("predella_" + name, request.getParameter(name));
        cookie.setPath("/dashboard");
        cookie.setMaxAge(YEAR);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** The language of the pages: English, or simplified Chinese. */
    public Locale getLocale() {
        return chosen(LANGUAGE)
                .map(language -> Locale.forLanguageTag(language.replace('_', '-')))
                .orElseGet(this::wanted);
    }

    private Locale wanted() {
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> List.of("en", "zh").contains(locale.getLanguage()))
                .findFirst()
                .filter(locale -> locale.getLanguage().equals("zh"))
                .map(chinese -> Locale.SIMPLIFIED_CHINESE)
                .orElse(Locale.ENGLISH);
    }

    /** The language as pages tell it, {@code en} or {@code zh-CN}. */
    public String getLanguageTag() {
        return getLocale().toLanguageTag();
    }

    /** Whether the pages are in Chinese. */
    public boolean isChinese() {
        return getLocale().getLanguage().equals("zh");
    }

    /** The theme: {@code light}, {@code dark}, or {@code system} for what the browser prefers. */
    public String getTheme() {
        return chosen(THEME).orElse("system");
    }

    /** Whether single keys lead somewhere, {@code on} or {@code off}: they are in the way of some ways to type. */
    public String getKeys() {
        return chosen(KEYS).orElse("on");
    }

    private Optional<String> chosen(String name) {
        return Stream.of(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals("predella_" + name))
                .map(Cookie::getValue)
                .filter(CHOICES.get(name)::contains)
                .findFirst();
    }
}
