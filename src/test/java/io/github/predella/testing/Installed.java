package io.github.predella.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The directory {@code /opt/predella} as {@code docker/Dockerfile} makes it, without an engine that reads that file. */
public final class Installed {

    private static final String PLACE = "/opt/predella/";

    private Installed() {}

    /**
     * Makes it.
     *
     * @param directory the directory beside which everything else of a machine would lie
     * @param war what the first stage has built
     * @param server likewise
     * @param whole whether these two are there and wanted as well
     * @return the directory with the script
     */
    public static Path in(Path directory, Path war, Path server, boolean whole) throws IOException {
        Path installed = Files.createDirectories(directory.resolve(PLACE.substring(1)));
        for (String line : Files.readAllLines(Path.of("docker/Dockerfile"))) {
            var words = List.of(line.split("\\s+"));
            boolean here = words.get(0).equals("COPY")
                    && words.get(words.size() - 1).equals(PLACE)
                    && !words.get(1).startsWith("--");
            if (here) {
                for (String source : words.subList(1, words.size() - 1)) {
                    for (Path file : matching(source)) {
                        Files.copy(file, installed.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                    }
                }
            }
        }
        if (whole) {
            Files.copy(war, installed.resolve("predella.war"));
            Files.copy(server, installed.resolve("payara-micro.jar"));
        }
        return installed;
    }

    /** The files of this tree that a source in that file means; none when there is none. */
    public static List<Path> matching(String source) throws IOException {
        Path path = Path.of(source);
        if (!source.contains("*")) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        var found = new ArrayList<Path>();
        try (var files =
                Files.newDirectoryStream(path.getParent(), path.getFileName().toString())) {
            files.forEach(found::add);
        }
        return List.copyOf(found);
    }
}
