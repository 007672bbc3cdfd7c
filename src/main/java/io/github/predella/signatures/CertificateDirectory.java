package io.github.predella.signatures;

import io.github.predella.config.Secret;
import io.github.predella.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Certificates that the operator has put into a directory. They are for everybody. */
@ApplicationScoped
public class CertificateDirectory implements Certificates {

    private static final List<String> ENDINGS = List.of(".pem", ".crt", ".der");

    private Path directory;

    /** For the container's proxy only. */
    protected CertificateDirectory() {}

    @Inject
    public CertificateDirectory(SignatureSettings settings, Settings files) {
        this(
                settings.certificateDirectory() == null
                        ? null
                        : files.directory().resolve(settings.certificateDirectory()));
    }

    /** @param directory null for none */
    CertificateDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<byte[]> find(String id, Secret token) {
        return directory == null
                ? Optional.empty()
                : ENDINGS.stream()
                        .map(ending -> directory.resolve(id + ending))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .map(CertificateDirectory::read);
    }

    @Override
    public Optional<String> described() {
        return Optional.ofNullable(directory).map(Path::toString);
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > SigningCertificate.MOST_BYTES) {
                throw SignatureFaults.notACertificate();
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw SignatureFaults.unreadable(file, unreadable);
        }
    }
}
