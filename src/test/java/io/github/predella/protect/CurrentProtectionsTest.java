package io.github.predella.protect;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.protect.PropertyProtections.Operation;
import io.github.predella.testing.Callers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentProtectionsTest {

    @TempDir
    Path directory;

    @Test
    void changedFileCountsOnceItIsReadAgain() throws IOException {
        var protections = read("!");

        write("@");
        assertFalse(mayRead(protections));
        protections.readAgain();

        assertTrue(mayRead(protections));
    }

    @Test
    void brokenFileChangesNothing() throws IOException {
        var protections = read("@");

        Files.writeString(directory.resolve("protections"), "nonsense");

        assertThrows(ProtectionProblem.class, protections::readAgain);
        assertTrue(mayRead(protections));
    }

    private CurrentProtections read(String who) throws IOException {
        write(who);
        return new CurrentProtections(() -> ProtectionFile.ofRoles(directory.resolve("protections")));
    }

    private void write(String who) throws IOException {
        Files.writeString(
                directory.resolve("protections"),
                "[.*]\ncreate = %1$s\nread = %1$s\nupdate = %1$s\ndelete = %1$s\n".formatted(who));
    }

    private static boolean mayRead(PropertyProtections protections) {
        return protections.allows(Callers.member("p"), Operation.READ, "colour");
    }
}
