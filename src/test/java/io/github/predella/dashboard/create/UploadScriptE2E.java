package io.github.predella.dashboard.create;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.testing.Browser;
import io.github.predella.testing.Browser.Visitor;
import io.github.predella.testing.Bytes;
import io.github.predella.testing.TusServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that sends files, in a real browser, against a session that misbehaves. */
class UploadScriptE2E {

    private static final int MIB = 1024 * 1024;
    private static final byte[] DATA = Bytes.noise(40 * MIB + 17);

    /** Begins an upload of the chosen file and writes down what is told of it. */
    private static final String BEGIN = """
            window.told = [];
            document.addEventListener('predella:upload', event => window.told.push(event.detail));
            const file = document.querySelector('input').files[0];
            predella.uploads.begin({image: 'i', file, metadata: {sha256: 'abc'}})
                .then(address => { window.address = address; }, problem => { window.problem = problem; });
            """;

    @TempDir
    private Path directory;

    private TusServer server;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        server = new TusServer("uploads.js");
        browser = Browser.open(server.address(), Visitor.USUAL);
        browser.go("/");
        choose(Files.write(directory.resolve("disk.raw"), DATA));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        server.close();
    }

    private void choose(Path file) {
        browser.one("input").sendKeys(file.toString());
    }

    private String state() {
        return (String) browser.script("return (window.told.at(-1) || {}).state || ''");
    }

    private String problem() {
        return (String) browser.script("const last = window.told.at(-1); return last.problem ? last.problem.code : ''");
    }

    private void awaitState(String state) {
        browser.await(() -> state().equals(state));
    }

    private boolean neverGoesBack() {
        return Boolean.TRUE.equals(
                browser.script("return window.told.every((one, i, all) => i === 0 || one.sent >= all[i - 1].sent)"));
    }

    @Test
    void aFileArrivesInPieces() {
        browser.script(BEGIN);

        awaitState("done");

        assertArrayEquals(DATA, server.received());
        assertEquals(
                List.of("POST", "PATCH 0", "PATCH 16777216"), server.requests().subList(0, 3));
        assertTrue(server.metadata().contains("sha256 YWJj"), server::metadata);
        assertTrue(server.metadata().contains("filename ZGlzay5yYXc="), server::metadata);
        assertTrue(neverGoesBack());
        assertEquals("{}", browser.script("return JSON.stringify(predella.uploads.records())"));
        browser.requireQuiet();
    }

    @Test
    void aCutPieceIsSentAgainFromWhereTheServiceStands() {
        browser.tolerate("ERR_");
        server.cutAfter(5 * MIB + 1);
        server.cutAfter(100);
        server.refuse(503, "");

        browser.script(BEGIN);

        awaitState("done");
        assertArrayEquals(DATA, server.received());
        assertTrue(server.requests().contains("PATCH " + (5 * MIB + 1)), () -> "" + server.requests());
        assertTrue(neverGoesBack());
    }

    @Test
    void anUploadOutlivesTheNetwork() {
        browser.returnNetwork(8 * MIB);
        browser.script(BEGIN);
        browser.await(() -> server.received().length > 4 * MIB);

        browser.cutNetwork();
        awaitState("waiting");
        browser.returnNetwork(0);

        awaitState("done");
        assertArrayEquals(DATA, server.received());
        assertTrue(neverGoesBack());
    }

    @Test
    void aClosedPageGoesOnWithTheSameFileAndNoOther() throws IOException {
        browser.tolerate("ERR_");
        browser.returnNetwork(8 * MIB);
        browser.script(BEGIN);
        browser.await(() -> server.received().length > 20 * MIB);
        browser.go("/");
        browser.returnNetwork(0);
        byte[] other = DATA.clone();
        other[3]++;

        choose(Files.write(directory.resolve("other.raw"), other));
        String refused = resumed();
        choose(directory.resolve("disk.raw"));
        String accepted = resumed();

        awaitState("done");
        assertEquals(List.of("other-file", ""), List.of(refused, accepted));
        assertArrayEquals(DATA, server.received());
    }

    private String resumed() {
        browser.script("""
                window.told = [];
                window.outcome = null;
                document.addEventListener('predella:upload', event => window.told.push(event.detail));
                const address = Object.keys(predella.uploads.records())[0];
                predella.uploads.resume(address, document.querySelector('input').files[0])
                    .then(() => { window.outcome = ''; }, problem => { window.outcome = problem.code; });
                """);
        browser.await(() -> browser.script("return window.outcome") != null);
        return (String) browser.script("return window.outcome");
    }

    @Test
    void aPausedUploadSendsNothingAndACancelledOneIsGone() {
        browser.returnNetwork(4 * MIB);
        browser.script(BEGIN);
        browser.await(() -> server.received().length > MIB);

        browser.script("predella.uploads.pause(window.address)");
        awaitState("paused");
        int asked = server.requests().size();
        boolean remembered = Boolean.TRUE.equals(
                browser.script("return predella.uploads.records()[window.address].state === 'paused'"));
        browser.script("return predella.uploads.cancel(window.address)");
        awaitState("cancelled");

        assertTrue(remembered);
        assertEquals(
                List.of("DELETE"),
                server.requests().subList(asked, server.requests().size()));
        assertEquals("{}", browser.script("return JSON.stringify(predella.uploads.records())"));
    }

    @Test
    void aRefusalIsToldInTheServicesOwnWords() {
        browser.tolerate("413");
        server.refuse(413, "{\"message\": \"Image exceeds the storage quota of the project.\"}");

        browser.script(BEGIN);

        awaitState("failed");
        assertEquals("refused", problem());
        assertEquals(
                "Image exceeds the storage quota of the project.",
                browser.script("return window.told.at(-1).problem.message"));
    }

    @Test
    void anotherSumThanExpectedEndsTheUpload() {
        browser.tolerate("460");
        server.refuse(460, "");

        browser.script(BEGIN);

        awaitState("failed");
        assertEquals("sum", problem());
    }

    @Test
    void aLoginInAnotherTabIsNoticed() {
        browser.tolerate("401");
        server.refuse(401, "");

        browser.script(BEGIN);

        awaitState("done");
        assertArrayEquals(DATA, server.received());
    }

    @Test
    void whoeverLogsInAgainCanGoOn() {
        browser.tolerate("401");
        browser.returnNetwork(8 * MIB);
        browser.script(BEGIN);
        browser.await(() -> server.received().length > MIB);
        server.logOut(true);

        awaitState("paused");
        assertEquals("signed-out", problem());
        assertEquals("signed-out", resumed());
        server.logOut(false);
        browser.returnNetwork(0);
        assertEquals("", resumed());
        awaitState("done");
        assertArrayEquals(DATA, server.received());
    }

    @Test
    void linksOpenBesideAnUpload() {
        browser.returnNetwork(2 * MIB);
        browser.script(BEGIN);
        browser.await(() -> server.received().length > 100);

        browser.one("a").click();

        assertEquals("/", browser.path());
        assertEquals("_blank", browser.one("a").getDomAttribute("target"));
        assertEquals(
                true,
                browser.script("const leaving = new Event('beforeunload', {cancelable: true});"
                        + " dispatchEvent(leaving); return leaving.defaultPrevented"));
    }
}
