package io.github.predella;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may see whom: every package stands on a floor and imports only from the floors below that its row names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloorsTest {

    private static final String BASE = "io.github.predella";

    /**
     * Floor, package, and what it may import. A room {@code x.rest} or {@code x.db} may besides import whatever its
     * main room may; {@code boot} may import everything.
     */
    private static final String TABLE = """
        0 core
        0 launch
        1 flow                   core
        1 policy                 core
        1 schema                 core
        1 config                 core
        1 fetch                  core
        1 observe                core
        2 format                 core flow
        2 protect                core policy
        2 quota                  core config observe
        2 notify                 core config observe
        2 jobs                   core config observe
        2 identity               core config observe
        2 db                     core config
        2 store                  core config flow observe
        2 signatures             core config flow
        3 sessions               core config jobs
        3 images                 core config policy schema protect quota notify jobs store observe
        3 tasks                  core config policy schema notify jobs observe
        3 metadefs               core config policy schema notify observe
        3 cache                  core config policy flow jobs observe
        3 identity.embedded      core config identity jobs quota db observe
        4 data                   core config policy flow format quota notify jobs store signatures images cache observe
        5 imports                core config policy flow fetch format jobs store quota signatures images tasks data observe
        6 rest                   core config identity sessions observe
        6 imports.plugins        core config flow format images imports
        7 images.rest            rest images
        7 data.rest              rest data
        7 imports.rest           rest schema imports
        7 tasks.rest             rest tasks
        7 metadefs.rest          rest metadefs
        7 cache.rest             rest cache
        7 identity.embedded.rest rest identity.embedded
        7 observe.rest           config fetch store observe
        7 info                   core config policy store quota imports rest
        7 dashboard              core config policy identity sessions jobs store quota images tasks metadefs data imports observe
        8 dashboard.events       dashboard core config sessions data images tasks
        8 dashboard.create       dashboard core store quota images tasks data imports
        8 dashboard.images       core config policy identity store images tasks imports dashboard
        8 dashboard.sharing      core identity images dashboard
        8 dashboard.metadata     core images metadefs dashboard
        8 dashboard.metadefs     core metadefs dashboard
        8 images.db              db images
        8 sessions.db            db sessions
        8 dashboard.quota        quota dashboard
        8 dashboard.tasks        core tasks imports dashboard
        8 dashboard.admin        core config policy jobs store cache images dashboard
        8 tasks.db               db tasks
        8 quota.db               db quota
        8 data.db                db data
        8 metadefs.db            db metadefs
        8 cache.db               db cache
        8 jobs.db                db jobs
        8 identity.embedded.db   db identity.embedded
        8 store.file             core config flow store
        8 store.http             core config flow fetch store
        8 signatures.barbican    core config fetch signatures
        8 identity.keystone      core config fetch identity quota
        8 notify.amqp            core config notify
        8 cli                    core config db identity identity.embedded metadefs
        """;

    private static final List<String> BAD_ENDINGS = List.of("Impl", "Util", "Utils", "Helper", "Manager");

    private final Map<String, Integer> floors = new LinkedHashMap<>();
    private final Map<String, Set<String>> allowed = new LinkedHashMap<>();
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPath("target/classes");

    FloorsTest() {
        TABLE.lines().forEach(line -> {
            String[] words = line.strip().split("\\s+");
            String room = words[1];
            floors.put(room, Integer.valueOf(words[0]));
            var may = new TreeSet<>(Arrays.asList(words).subList(2, words.length));
            if (room.endsWith(".rest") || room.endsWith(".db")) {
                may.addAll(allowed.get(room.substring(0, room.lastIndexOf('.'))));
                may.add("core");
            }
            allowed.put(room, may);
        });
    }

    @Test
    void everyArrowOfTheTablePointsDown() {
        var rising = new TreeSet<String>();

        allowed.forEach((room, may) -> may.stream()
                .filter(other -> floors.get(other) >= floors.get(room))
                .forEach(other -> rising.add(room + " -> " + other)));

        assertEquals(Set.of(), rising);
    }

    @Test
    void everyPackageHasARowAndEveryRowAPackage() {
        var packages = new TreeSet<String>();
        classes.forEach(type -> packages.add(room(type)));
        packages.remove("boot");

        assertEquals(new TreeSet<>(floors.keySet()), packages);
    }

    @Test
    void packagesImportOnlyWhatTheirRowAllows() {
        var trespasses = new TreeSet<String>();

        for (JavaClass type : classes) {
            String from = room(type);
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(BASE))
                    .map(FloorsTest::room)
                    .filter(to -> !to.equals(from) && !from.equals("boot"))
                    .filter(to -> !allowed.getOrDefault(from, Set.of()).contains(to))
                    .forEach(to -> trespasses.add(from + " -> " + to + " in " + type.getSimpleName()));
        }

        assertEquals(Set.of(), trespasses);
    }

    @Test
    void persistenceStaysInItsRooms() {
        assertEquals(
                Set.of(),
                users("jakarta.persistence", room -> room.endsWith(".db") || room.equals("db") || room.equals("boot")));
    }

    @Test
    void httpStaysAtTheDoors() {
        assertEquals(
                Set.of(),
                users("jakarta.ws.rs", room -> room.endsWith("rest") || room.equals("info") || room.equals("boot")));
        assertEquals(
                Set.of(),
                users(
                        "jakarta.servlet",
                        room -> room.endsWith("rest")
                                || room.equals("info")
                                || room.equals("boot")
                                || room.startsWith("dashboard")));
    }

    @Test
    void commandsAreParsedInOneRoom() {
        assertEquals(Set.of(), users("picocli", room -> room.equals("cli")));
    }

    @Test
    void lowestFloorsHoldNoBeans() {
        for (String api : List.of("jakarta.enterprise", "jakarta.inject", "jakarta.transaction", "jakarta.ejb")) {
            assertEquals(Set.of(), users(api, room -> room.equals("boot") || floors.get(room) > 1), api);
        }
    }

    @Test
    void enterpriseBeansAreExactlyTwo() {
        var beans = new TreeSet<String>();

        for (JavaClass type : classes) {
            if (type.isAnnotatedWith("jakarta.ejb.Singleton") || type.isAnnotatedWith("jakarta.ejb.Stateless")) {
                beans.add(type.getSimpleName());
            }
        }

        assertEquals(Set.of("JobClock", "Startup"), beans);
    }

    @Test
    void transactionsBeginInServicesOnly() {
        var others = new TreeSet<String>();

        for (JavaClass type : classes) {
            boolean begins = type.isAnnotatedWith("jakarta.transaction.Transactional")
                    && !room(type).endsWith(".db")
                    && !type.getSimpleName().endsWith("Service");
            // The ledger of uploads is the records' part of UploadService and DownloadService, named for what it is.
            if (begins && !type.getSimpleName().equals("UploadLedger")) {
                others.add(type.getName());
            }
        }

        assertEquals(Set.of(), others);
    }

    @Test
    void namesSayWhatThingsAre() {
        var bad = new TreeSet<String>();

        for (JavaClass type : classes) {
            String name = type.getSimpleName();
            if (name.startsWith("Abstract") || BAD_ENDINGS.stream().anyMatch(name::endsWith)) {
                bad.add(type.getName());
            }
        }

        assertEquals(Set.of(), bad);
    }

    @Test
    void everyPackageIsIntroduced() {
        var missing = new TreeSet<String>();

        for (JavaClass type : classes) {
            var introduction = Path.of("src/main/java", type.getPackageName().replace('.', '/'), "package-info.java");
            if (!Files.exists(introduction)) {
                missing.add(type.getPackageName());
            }
        }

        assertEquals(Set.of(), missing);
    }

    private Set<String> users(String api, Predicate<String> mayUse) {
        var users = new TreeSet<String>();
        for (JavaClass type : classes) {
            boolean uses = type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency ->
                            dependency.getTargetClass().getPackageName().startsWith(api));
            if (uses && !mayUse.test(room(type))) {
                users.add(type.getName());
            }
        }
        return users;
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(BASE) ? "" : name.substring(BASE.length() + 1);
    }
}
