package io.github.predella.metadefs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The definitions that come with the service are complete and right. */
class ShippedCatalogueTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/github/predella/metadefs/catalogue");

    /** The namespaces that users of the reference know, with how many properties and objects each has at least. */
    private static final String KNOWN = """
        CIM::ProcessorAllocationSettingData 3 0
        CIM::ResourceAllocationSettingData 19 0
        CIM::StorageAllocationSettingData 13 0
        CIM::VirtualSystemSettingData 17 0
        OS::Cinder::Volumetype 1 0
        OS::Compute::AggregateDiskFilter 1 0
        OS::Compute::AggregateIoOpsFilter 1 0
        OS::Compute::AggregateNumInstancesFilter 1 0
        OS::Compute::CPUMode 1 0
        OS::Compute::CPUPinning 2 0
        OS::Compute::GuestMemoryBacking 1 0
        OS::Compute::GuestShutdownBehavior 1 0
        OS::Compute::HostCapabilities 7 0
        OS::Compute::Hypervisor 2 0
        OS::Compute::InstanceData 2 0
        OS::Compute::Libvirt 4 0
        OS::Compute::LibvirtImage 17 0
        OS::Compute::Quota 0 3
        OS::Compute::RandomNumberGenerator 3 0
        OS::Compute::TPM 2 0
        OS::Compute::VTPM 2 0
        OS::Compute::VirtCPUTopology 6 0
        OS::Compute::VMware 6 0
        OS::Compute::VMwareFlavor 2 0
        OS::Compute::VMwareQuotaFlavor 2 0
        OS::Compute::Watchdog 1 0
        OS::Compute::XenAPI 1 0
        OS::Glance::CommonImageProperties 10 0
        OS::Glance::Signatures 4 0
        OS::OperatingSystem 3 0
        OS::Software::DBMS 0 12
        OS::Software::Runtimes 0 5
        OS::Software::WebServers 0 3
        """;

    private final Map<String, Definition> shipped = new TreeMap<>();

    ShippedCatalogueTest() {
        ShippedCatalogue.all()
                .forEach(definition -> shipped.put(definition.namespace().name(), definition));
    }

    @Test
    void everyFileOfTheFolderIsShippedOnce() throws IOException {
        var there = new TreeSet<String>();
        try (var files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .forEach(there::add);
        }

        var listed = Files.readAllLines(FOLDER.resolve("files.txt"));

        assertEquals(there, new TreeSet<>(listed));
        assertEquals(listed.size(), new HashSet<>(listed).size());
        assertEquals(listed.size(), shipped.size());
    }

    @Test
    void everythingThatUsersKnowIsThere() {
        var missing = new TreeSet<String>();

        KNOWN.lines().map(line -> line.split(" ", -1)).forEach(words -> {
            var definition = shipped.get(words[0]);
            if (definition == null
                    || definition.properties().size() < Integer.parseInt(words[1])
                    || definition.objects().size() < Integer.parseInt(words[2])) {
                missing.add(words[0]);
            }
        });

        assertEquals(Set.of(), missing);
    }

    @Test
    void namesOnImagesAreThoseThatServicesLookFor() {
        assertEquals("hw_", prefix("OS::Compute::VirtCPUTopology"));
        assertEquals("hw_", prefix("OS::Compute::Watchdog"));
        assertEquals("hw_", prefix("OS::Compute::TPM"));
        assertEquals("cinder_", prefix("OS::Cinder::Volumetype"));
        assertEquals("trait:", prefix("OS::Compute::Traits"));
        assertEquals(null, prefix("OS::Glance::Signatures"));
    }

    private String prefix(String namespace) {
        return shipped.get(namespace).associations().stream()
                .filter(association -> association.type().equals("OS::Glance::Image"))
                .findFirst()
                .orElseThrow()
                .prefix();
    }

    @Test
    void everythingIsExplainedInWords() {
        var silent = new TreeSet<String>();

        shipped.values().forEach(definition -> {
            if (definition.namespace().displayName() == null
                    || definition.namespace().description() == null) {
                silent.add(definition.namespace().name());
            }
            definition.properties().stream()
                    .filter(property ->
                            property.schema().getString("description", "").length() < 8)
                    .forEach(property -> silent.add(property.name()));
            definition.objects().stream()
                    .flatMap(object -> object.properties().entrySet().stream())
                    .filter(entry -> entry.getValue()
                                    .asJsonObject()
                                    .getString("description", "")
                                    .length()
                            < 8)
                    .forEach(entry -> silent.add(entry.getKey()));
        });

        assertEquals(Set.of(), silent);
    }

    @Test
    void callersCouldHaveSentIt() {
        for (Definition definition : List.copyOf(shipped.values())) {
            var content = DefinitionFile.content(definition);

            assertEquals(definition, DefinitionReader.definition(content, "nobody"));
            assertTrue(definition.namespace().visibility() == Namespace.Visibility.PUBLIC);
        }
    }
}
