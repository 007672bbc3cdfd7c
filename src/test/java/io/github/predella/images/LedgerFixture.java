package io.github.predella.images;

import io.github.predella.config.DataSize;
import io.github.predella.config.PolicySettings;
import io.github.predella.config.Seconds;
import io.github.predella.jobs.NodeName;
import io.github.predella.policy.CurrentRules;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.PolicyFile;
import io.github.predella.policy.PolicyRules;
import io.github.predella.protect.PropertyProtections;
import io.github.predella.quota.ConfigLimits;
import io.github.predella.quota.QuotaGate;
import io.github.predella.quota.QuotaSettings;
import io.github.predella.store.ObjectStore;
import io.github.predella.store.ObjectStoreProvider;
import io.github.predella.store.StoreRegistry;
import io.github.predella.store.StoreSettings;
import io.github.predella.testing.DirectEvent;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryDataLedger;
import io.github.predella.testing.MemoryImageBin;
import io.github.predella.testing.MemoryImageRepository;
import io.github.predella.testing.MemoryMemberRepository;
import io.github.predella.testing.MemoryStore;
import io.github.predella.testing.MemoryUsageReader;
import io.github.predella.testing.TestingClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All services of the ledger over maps, with the default rules. See {@link Setup} for more. */
public final class LedgerFixture {

    /** A directory without any file of an operator. */
    private static final Path NOWHERE = Path.of("/nonexistent");

    /** What the service ships with. */
    public static final ImageSettings SETTINGS =
            new ImageSettings(List.of("ami", "qcow2", "raw"), List.of("ami", "bare", "ovf"), 3, 3, 2, 25, 1000, false);

    public static final QuotaSettings NO_QUOTA = new QuotaSettings(-1, -1, -1, -1, new DataSize(0), null, false);

    /** Data of deleted images goes with them. */
    public static final DeletionSettings AT_ONCE = new DeletionSettings(false, new Seconds(0), new Seconds(300), 1);

    public final TestingClock clock = new TestingClock(Images.NOON.plusSeconds(3600));
    public final MemoryMemberRepository memberRows = new MemoryMemberRepository();
    public final MemoryImageRepository rows = new MemoryImageRepository(memberRows);
    public final MemoryDataLedger data = new MemoryDataLedger(rows);
    public final ImageSchema schema = new ImageSchema(SETTINGS, KnownProperties.in(NOWHERE));
    public final Map<String, ObjectStore> stores = new HashMap<>();
    public final StoreRegistry registry;
    public final ImageAccess access;
    public final ImageService images;
    public final MemberService members;
    public final UploadLedger uploads;
    public final ReadingService reading;
    public final LocationService locations;
    public final MemoryImageBin bin;
    public final DisposalService disposals;
    public final DeletionService deletions;
    public final ScrubJob scrubbing;
    public final StagingLedger staging;
    public final ImportRoomService importRoom;
    public final ImportRecordService imports;
    public final List<ImageDeleted> deleted = new ArrayList<>();
    public final DataRemoval removal;

    /**
     * What a test may want to be different.
     *
     * @param protections of custom properties
     * @param quota of projects
     * @param wrapped what the services see instead of the repository
     * @param directory with the operator's rule file, if there is one
     * @param newDefaults whether the defaults of former releases grant nothing
     * @param deletion whether and how long the data of deleted images is kept
     */
    record Setup(
            PropertyProtections protections,
            QuotaSettings quota,
            UnaryOperator<ImageRepository> wrapped,
            Path directory,
            boolean newDefaults,
            DeletionSettings deletion) {

        static Setup standard() {
            return new Setup(PropertyProtections.none(), NO_QUOTA, UnaryOperator.identity(), NOWHERE, true, AT_ONCE);
        }

        Setup with(PropertyProtections other) {
            return new Setup(other, quota, wrapped, directory, newDefaults, deletion);
        }

        Setup with(QuotaSettings other) {
            return new Setup(protections, other, wrapped, directory, newDefaults, deletion);
        }

        Setup wrapping(UnaryOperator<ImageRepository> other) {
            return new Setup(protections, quota, other, directory, newDefaults, deletion);
        }

        Setup ruledFrom(Path other) {
            return new Setup(protections, quota, wrapped, other, newDefaults, deletion);
        }

        /** Data of deleted images is kept for a minute. */
        Setup keepingData() {
            var minute = new DeletionSettings(true, new Seconds(60), new Seconds(300), 2);
            return new Setup(protections, quota, wrapped, directory, newDefaults, minute);
        }

        Setup withOldDefaults() {
            return new Setup(protections, quota, wrapped, directory, false, deletion);
        }
    }

    public LedgerFixture() {
        this(Setup.standard());
    }

    /** With other quotas than the default ones. */
    public LedgerFixture(QuotaSettings quota) {
        this(Setup.standard().with(quota));
    }

    LedgerFixture(Setup setup) {
        var repository = setup.wrapped().apply(rows);
        var policy = new PolicySettings("policy.yaml", List.of(), "default", setup.newDefaults());
        access = new ImageAccess(enforcer(setup.directory(), setup.newDefaults()), repository, policy);
        var gate = new QuotaGate(
                setup.quota(), new ConfigLimits(setup.quota()), new MemoryUsageReader(rows, data), project -> {});
        var limits = new ImageLimits(SETTINGS, setup.protections(), gate);
        images = new ImageService(
                repository, access, new PatchApplier(schema, access, setup.protections()), limits, clock);
        members = new MemberService(memberRows, repository, access, limits, clock);
        uploads = new UploadLedger(repository, data, access, gate, new NodeName("this-node"), clock);
        reading = new ReadingService(access);
        registry = openStores();
        locations = new LocationService(access, new ReadableCopies(registry));
        var copies = new CopyService(repository, access, registry, clock);
        removal = new DataRemoval(new RemovalService(data, clock), registry);
        bin = new MemoryImageBin(rows, data);
        disposals = new DisposalService(repository, bin, access, gate, setup.deletion(), clock);
        deletions = new DeletionService(disposals, copies, removal, new DirectEvent<>(deleted::add));
        var scrubs = new ScrubService(repository, bin, data, setup.deletion(), clock);
        scrubbing = new ScrubJob(scrubs, removal, Runnable::run, setup.deletion());
        staging = new StagingLedger(repository, data, access, gate, new NodeName("this-node"), clock);
        importRoom = new ImportRoomService(repository, data, gate, clock);
        imports = new ImportRecordService(repository, access, importRoom, clock);
    }

    /** Who may do what with the images of another ledger, by the default rules. */
    public static ImageAccess accessTo(ImageRepository other) {
        return new LedgerFixture(Setup.standard().wrapping(rows -> other)).access;
    }

    /** The default rules, and over them those of a rule file in that directory. */
    static Enforcer enforcer(Path directory, boolean newDefaults) {
        var reading = new PolicyRules.Reading(newDefaults, "default");
        var file = new PolicyFile(directory, "policy.yaml", List.of());
        return new Enforcer(new CurrentRules(file, List.of(ImagePermission.values()), reading, new TestingClock()));
    }

    /** Two stores on the heap, {@code fast} before {@code slow} for readers. */
    private StoreRegistry openStores() {
        var provider = new ObjectStoreProvider() {
            @Override
            public String type() {
                return "memory";
            }

            @Override
            public String summary() {
                return "stores on the heap";
            }

            @Override
            public Set<String> schemes() {
                return Set.of("memory");
            }

            @Override
            public boolean writable() {
                return true;
            }

            @Override
            public ObjectStore create(String id, Map<String, String> options) {
                return stores.computeIfAbsent(id, MemoryStore::new);
            }
        };
        return StoreRegistry.open(
                new StoreSettings(
                        true,
                        "fast",
                        List.of(
                                new StoreSettings.Entry("slow", "memory", Map.of("weight", "1")),
                                new StoreSettings.Entry("fast", "memory", Map.of("weight", "9")))),
                List.of(provider));
    }

    /** Stores an image and returns it as it was stored. */
    public Image store(Images image) {
        var done = image.done();
        rows.insert(done);
        return find(done.id());
    }

    /** The image as it is stored now. */
    public Image find(String id) {
        return rows.find(id).orElseThrow();
    }

    /** Shares an image with a project. */
    public void offer(Image image, String project, Member.Status status) {
        memberRows.insert(new Member(image.id(), project, status, Images.NOON, Images.NOON));
    }
}
