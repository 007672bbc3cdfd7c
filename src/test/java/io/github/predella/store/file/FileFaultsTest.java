package io.github.predella.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.predella.store.StoreFault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileFaultsTest {

    @ParameterizedTest
    @MethodSource("failures")
    void whatTheSystemSaysBecomesAKind(IOException failure, StoreFault.Kind kind) {
        StoreFault fault = new FileFaults("disk").of(failure);

        assertEquals(kind, fault.kind());
        assertEquals("disk", fault.store());
        assertFalse(fault.toFault().getMessage().contains("/srv"));
    }

    private static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoSuchFileException("/srv/x"), StoreFault.Kind.NOT_FOUND),
                Arguments.of(new AccessDeniedException("/srv/x"), StoreFault.Kind.DENIED),
                Arguments.of(new IOException("No space left on device"), StoreFault.Kind.FULL),
                Arguments.of(new FileSystemException("/srv/x", null, "Disk quota exceeded"), StoreFault.Kind.FULL),
                Arguments.of(new FileSystemException("/srv/x", null, "Read-only file system"), StoreFault.Kind.DENIED),
                Arguments.of(new IOException("Input/output error"), StoreFault.Kind.UNAVAILABLE),
                Arguments.of(new IOException((String) null), StoreFault.Kind.UNAVAILABLE));
    }
}
