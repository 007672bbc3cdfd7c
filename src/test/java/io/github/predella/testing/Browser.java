package io.github.predella.testing;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A browser without a window, with a profile of its own that goes when it is closed. It fails a test for what nobody
 * would see: an error in the console, a breach of the page's own security policy, a request to another host. Needs
 * Debian's chromium and its driver; where they are missing, the test is skipped. For one thread.
 */
public final class Browser implements AutoCloseable {

    /** The two looks of every page. */
    public enum Theme {
        LIGHT,
        DARK
    }

    /**
     * What a visitor brings along.
     *
     * @param theme what their system prefers
     * @param language what their browser asks for, such as {@code zh-CN}
     * @param width pixels
     */
    public record Visitor(Theme theme, String language, int width) {

        /** Somebody at a desk who reads English. */
        public static final Visitor USUAL = new Visitor(Theme.LIGHT, "en", 1360);

        public Visitor with(Theme other) {
            return new Visitor(other, language, width);
        }

        public Visitor with(String otherLanguage) {
            return new Visitor(theme, otherLanguage, width);
        }

        public Visitor with(int otherWidth) {
            return new Visitor(theme, language, otherWidth);
        }
    }

    private static final int HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> OPTIONS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--force-prefers-reduced-motion",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");

    /** The rules of WCAG 2.2 AA, and good manners. */
    private static final String AXE_RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

    private final String address;
    private final ChromeDriver driver;
    private final List<Pattern> tolerated = new ArrayList<>();

    private Browser(String address, ChromeDriver driver) {
        this.address = address;
        this.driver = driver;
    }

    /**
     * Opens a browser.
     *
     * @param address of the service, without a slash at the end
     */
    public static Browser open(String address, Visitor visitor) {
        var program = Tools.needFile("/usr/bin/chromium", "chromium");
        var helper = Tools.needFile("/usr/bin/chromedriver", "chromium-driver");
        var options = new ChromeOptions();
        options.setBinary(program.toFile());
        options.addArguments(OPTIONS);
        options.addArguments("--window-size=" + visitor.width() + "," + HEIGHT);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", visitor.language()));
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(helper.toFile())
                .usingAnyFreePort()
                .build();
        var browser = new Browser(address, new ChromeDriver(service, options));
        browser.emulate(visitor);
        return browser;
    }

    private void emulate(Visitor visitor) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", visitor.width(), "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        String preferred = visitor.theme() == Theme.DARK ? "dark" : "light";
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", preferred),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Goes to a page of the service; {@code path} begins with a slash. */
    public void go(String path) {
        driver.get(address + path);
    }

    /** Signs in at the dashboard's own form and waits for the page behind it. */
    public void login(String user, String password) {
        go("/dashboard/login");
        type(one("input[autocomplete=username]"), user);
        type(one("input[autocomplete=current-password]"), password);
        one("form button[type=submit], form input[type=submit]").click();
        await(() -> !path().equals("/dashboard/login"));
    }

    /** The cookies of the service as the header of a request has them. */
    public String cookies() {
        return driver.manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Where the browser is, without the service's address. */
    public String path() {
        return driver.getCurrentUrl().substring(address.length());
    }

    /** What stands in the title bar. */
    public String title() {
        return driver.getTitle();
    }

    /** The whole page as text. */
    public String text() {
        return one("body").getText();
    }

    /** The first element that a CSS selector finds, once there is one. */
    public WebElement one(String selector) {
        await(() -> !all(selector).isEmpty());
        return driver.findElement(By.cssSelector(selector));
    }

    /** Everything that a CSS selector finds now. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Puts a text in the place of what a field holds. */
    public static void type(WebElement field, String text) {
        field.clear();
        field.sendKeys(text);
    }

    /** Returns when the condition holds; what is replaced meanwhile is looked at again. */
    public void await(Supplier<Boolean> condition) {
        await(PATIENCE, condition);
    }

    /** As {@link #await(Supplier)}, with another patience. */
    public void await(Duration patience, Supplier<Boolean> condition) {
        try {
            Await.until(patience, () -> {
                try {
                    return condition.get();
                } catch (NoSuchElementException | StaleElementReferenceException replaced) {
                    return false;
                } catch (WebDriverException failure) {
                    if (isReplaced(failure)) {
                        return false;
                    }
                    throw failure;
                }
            });
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + " on " + driver.getCurrentUrl() + ":\n" + shortText(), late);
        }
    }

    /** The driver has another word for an element that goes in the very moment in which it is read. */
    private static boolean isReplaced(WebDriverException failure) {
        return String.valueOf(failure.getMessage()).contains("does not belong to the document");
    }

    private String shortText() {
        String text = driver.findElement(By.tagName("body")).getText();
        return text.substring(0, Math.min(2000, text.length()));
    }

    /** The value of a script of the page; {@code return} included. */
    public Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Presses OK in the dialog that the browser shows by itself. */
    public void accept() {
        driver.switchTo().alert().accept();
    }

    /** Opens another tab and goes on in that one; returns the handle of the former. */
    public String newTab() {
        String former = driver.getWindowHandle();
        driver.switchTo().newWindow(org.openqa.selenium.WindowType.TAB);
        return former;
    }

    /** Closes the tab without asking the page, and goes on in another one. */
    public void closeTab(String other) {
        driver.close();
        driver.switchTo().window(other);
    }

    /** Takes the network away; everything that is under way breaks off. */
    public void cutNetwork() {
        tolerate("ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_FAILED");
        var none = new ChromiumNetworkConditions();
        none.setOffline(true);
        driver.setNetworkConditions(none);
    }

    /**
     * Gives the network back.
     *
     * @param bytesPerSecond how fast the browser may send, 0 for any speed
     */
    public void returnNetwork(int bytesPerSecond) {
        if (bytesPerSecond == 0) {
            driver.deleteNetworkConditions();
            return;
        }
        var slow = new ChromiumNetworkConditions();
        slow.setOffline(false);
        slow.setUploadThroughput(bytesPerSecond);
        slow.setDownloadThroughput(bytesPerSecond);
        slow.setLatency(Duration.ZERO);
        driver.setNetworkConditions(slow);
    }

    /** Lets messages in the console that match pass from now on; for what a test provokes. */
    public void tolerate(String pattern) {
        tolerated.add(Pattern.compile(pattern));
    }

    /** What a checker of accessibility finds wrong with the page, a line each. */
    public List<String> violations() {
        driver.executeScript(axe());
        var found = (List<?>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: %s, resultTypes: ['violations']}).then(
                    result => done(result.violations.map(v => v.id + ': ' + v.help + '\\n'
                        + v.nodes.map(n => '    ' + n.target.join(' ') + ' ' + n.failureSummary).join('\\n'))),
                    failure => done(['axe: ' + failure]));
                """.formatted(AXE_RULES));
        return found.stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether something sticks out to the right, so that the page has to be moved sideways to be read. */
    public boolean overflows() {
        return Boolean.TRUE.equals(
                script("const root = document.documentElement;" + " return root.scrollWidth > root.clientWidth;"));
    }

    /** A picture of the whole page, in {@code target/screenshots}. */
    public void screenshot(String name) {
        var picture = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode((String) picture.get("data")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Fails when the console has an error or the page has broken its own policy since the last call, or when anything
     * was asked of another host. What was found is forgotten.
     */
    public void requireQuiet() {
        var complaints = new TreeSet<String>();
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            boolean bad = entry.getLevel().intValue() >= Level.WARNING.intValue();
            if (bad
                    && tolerated.stream()
                            .noneMatch(one -> one.matcher(entry.getMessage()).find())) {
                complaints.add(entry.getMessage());
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            asked(entry).filter(url -> !isOurs(url)).ifPresent(url -> complaints.add("asked for " + url));
        }
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }

    private static Optional<String> asked(LogEntry entry) {
        var message = Api.json(entry.getMessage()).getJsonObject("message");
        return Stream.of("Network.requestWillBeSent", "Network.webSocketCreated")
                .filter(message.getString("method")::equals)
                .findFirst()
                .map(method -> url(message.getJsonObject("params")));
    }

    private static String url(JsonObject params) {
        return params.containsKey("request")
                ? params.getJsonObject("request").getString("url")
                : params.getString("url");
    }

    private boolean isOurs(String url) {
        if (url.startsWith("data:") || url.startsWith("blob:") || url.startsWith("about:")) {
            return true;
        }
        var asked = URI.create(url);
        var ours = URI.create(address);
        return ours.getHost().equals(asked.getHost()) && ours.getPort() == asked.getPort();
    }

    /** Ends the browser, whatever a page has to say to that. */
    @Override
    public void close() {
        try {
            driver.quit();
        } catch (WebDriverException gone) {
            // It is not there any more, which is what was wanted.
        }
    }
}
