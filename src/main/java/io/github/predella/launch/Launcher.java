package io.github.predella.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts the commands from the archive that holds this class. */
public final class Launcher {

    private static final String MAIN = "io.github.predella.boot.Main";
    private static final String SERVER = "payara-micro.jar";

    private Launcher() {}

    /** Ends the process with the status of the command, 1 when it cannot be started. */
    public static void main(String[] arguments) {
        try {
            start(arguments);
        } catch (InvocationTargetException failure) {
            fail(failure.getCause());
        } catch (IOException | ReflectiveOperationException | URISyntaxException failure) {
            fail(failure);
        }
    }

    private static void fail(Throwable failure) {
        System.err.println("ERROR: the commands cannot be started: " + failure);
        System.exit(1);
    }

    private static void start(String[] arguments) throws IOException, ReflectiveOperationException, URISyntaxException {
        Path archive = Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String named = System.getenv("PREDELLA_SERVER");
        Path server = named == null || named.isEmpty() ? archive.resolveSibling(SERVER) : Path.of(named);
        if (!Files.isRegularFile(server)) {
            throw new IOException("there is no " + server + ", the server; PREDELLA_SERVER says where it is");
        }
        String version = Launcher.class.getPackage().getImplementationVersion();
        if (version != null) {
            System.setProperty("launcher.version", version);
        }
        Path unpacked = new Unpacking(archive, server).into(cache());
        // It lives as long as the process.
        @SuppressWarnings("resource")
        var loader = new URLClassLoader("predella", classPath(unpacked), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass(MAIN).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static Path cache() {
        String named = System.getenv("PREDELLA_CACHE");
        return named == null || named.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "predella")
                : Path.of(named);
    }

    private static URL[] classPath(Path unpacked) throws IOException {
        List<URL> path = new ArrayList<>();
        path.add(url(unpacked.resolve(Unpacking.CLASSES)));
        try (Stream<Path> jars = Files.list(unpacked.resolve(Unpacking.JARS))) {
            for (Path jar : jars.sorted().toList()) {
                path.add(url(jar));
            }
        }
        return path.toArray(URL[]::new);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
