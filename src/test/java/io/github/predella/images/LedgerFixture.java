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
import io.github.predella.testing.ShowcaseStore;
import io.github.predella.testing.TestingClock;
import io.github.predella.testing.ToldNotices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** All services of the ledger over maps, with the default rules. See {@link Setup} for more. */
public final class LedgerFixture {

    /** A directory without any file of an operator. */
    private static final Path NOWHERE = Path.of("/nonexistent");

    /** The ways to import data. */
    private static final List<String> OFFERED = List.of("glance-direct", "web-download", "copy-image");

    /** What the service ships with. */
    public static final ImageSettings SETTINGS = settings(false);

    private static final ContentForm FORM = new ContentForm() {
        @Override
        public long mostBytes() {
            return 1000;
        }

        @Override
        public String hashAlgorithm() {
            return "sha512";
        }

        @Override
        public int hashDigits() {
            return 128;
        }
    };

    public static final QuotaSettings NO_QUOTA = new QuotaSettings(-1, -1, -1, -1, new DataSize(0), null, false);

    /** Data of deleted images goes with them. */
    public static final DeletionSettings AT_ONCE = new DeletionSettings(false, new Seconds(0), new Seconds(300), 1);

    public final ToldNotices told = new ToldNotices();
    public final ImageNotices notices = new ImageNotices(told.notifications());
    public final TestingClock clock = new TestingClock(Images.NOON.plusSeconds(3600));
    public final MemoryMemberRepository memberRows = new MemoryMemberRepository();
    public final MemoryImageRepository rows = new MemoryImageRepository(memberRows);
    public final MemoryDataLedger data = new MemoryDataLedger(rows);
    public final ImageSchema schema = new ImageSchema(SETTINGS, KnownProperties.in(NOWHERE));
    public final Map<String, ObjectStore> stores = new HashMap<>();
    public final ShowcaseStore web = new ShowcaseStore("web");
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
    public final LocationPatches places;
    public final PatchService patches;
    public final AdoptingStores adopting;
    public final AdoptionRecordService adoptions;

    /**
     * What a test may want to be different.
     *
     * @param protections of custom properties
     * @param quota of projects
     * @param wrapped what the services see instead of the repository
     * @param directory with the operator's rule file, if there is one
     * @param newDefaults whether the defaults of former releases grant nothing
     * @param deletion whether and how long the data of deleted images is kept
     * @param openPlaces whether callers see and change where data is, and may bring data from a third store {@code web}
     */
    record Setup(
            PropertyProtections protections,
            QuotaSettings quota,
            UnaryOperator<ImageRepository> wrapped,
            Path directory,
            boolean newDefaults,
            DeletionSettings deletion,
            boolean openPlaces) {

        static Setup standard() {
            return new Setup(
                    PropertyProtections.none(), NO_QUOTA, UnaryOperator.identity(), NOWHERE, true, AT_ONCE, false);
        }

        Setup with(PropertyProtections other) {
            return new Setup(other, quota, wrapped, directory, newDefaults, deletion, openPlaces);
        }

        Setup with(QuotaSettings other) {
            return new Setup(protections, other, wrapped, directory, newDefaults, deletion, openPlaces);
        }

        Setup wrapping(UnaryOperator<ImageRepository> other) {
            return new Setup(protections, quota, other, directory, newDefaults, deletion, openPlaces);
        }

        Setup ruledFrom(Path other) {
            return new Setup(protections, quota, wrapped, other, newDefaults, deletion, openPlaces);
        }

        Setup withOpenPlaces() {
            return new Setup(protections, quota, wrapped, directory, newDefaults, deletion, true);
        }

        /** Data of deleted images is kept for a minute. */
        Setup keepingData() {
            var minute = new DeletionSettings(true, new Seconds(60), new Seconds(300), 2);
            return new Setup(protections, quota, wrapped, directory, newDefaults, minute, openPlaces);
        }

        Setup withOldDefaults() {
            return new Setup(protections, quota, wrapped, directory, false, deletion, openPlaces);
        }
    }

    public LedgerFixture() {
        this(Setup.standard());
    }

    /** With other quotas than the default ones. */
    public LedgerFixture(QuotaSettings quota) {
        this(Setup.standard().with(quota));
    }

    /** One in which callers see and change where data is, and may bring data from a third store {@code web}. */
    public static LedgerFixture withOpenPlaces() {
        return new LedgerFixture(Setup.standard().withOpenPlaces());
    }

    LedgerFixture(Setup setup) {
        var repository = setup.wrapped().apply(rows);
        var policy = new PolicySettings("policy.yaml", List.of(), "default", setup.newDefaults());
        access = new ImageAccess(enforcer(setup.directory(), setup.newDefaults()), repository, policy);
        var gate = new QuotaGate(
                setup.quota(), new ConfigLimits(setup.quota()), new MemoryUsageReader(rows, data), project -> {});
        var limits = new ImageLimits(SETTINGS, setup.protections(), gate);
        registry = openStores(setup.openPlaces());
        adopting = new AdoptingStores(registry);
        var settings = settings(setup.openPlaces());
        var copies = new ReadableCopies(registry);
        places = new LocationPatches(settings, access, adopting, copies, new ContentClaims(FORM));
        var patching = new PatchApplier(schema, access, setup.protections(), places);
        var actions = new ActionRules(access, copies, registry, () -> OFFERED);
        images = new ImageService(repository, access, patching, limits, actions, clock);
        members = new MemberService(memberRows, repository, access, limits, clock);
        uploads = new UploadLedger(repository, data, access, gate, notices, new NodeName("this-node"), clock);
        reading = new ReadingService(access);
        locations = new LocationService(access, copies);
        removal = new DataRemoval(new RemovalService(data, clock), registry);
        bin = new MemoryImageBin(rows, data);
        disposals = new DisposalService(repository, bin, access, gate, setup.deletion(), clock);
        deletions = new DeletionService(
                disposals, new CopyService(repository, access, clock), removal, new DirectEvent<>(deleted::add));
        var scrubs = new ScrubService(repository, bin, data, setup.deletion(), clock);
        scrubbing = new ScrubJob(scrubs, removal, Runnable::run, setup.deletion());
        patches = new PatchService(images, adopting, removal);
        staging = new StagingLedger(repository, data, access, gate, new NodeName("this-node"), clock);
        importRoom = new ImportRoomService(repository, data, gate, clock);
        imports = new ImportRecordService(repository, access, limits, importRoom, notices, clock);
        adoptions = new AdoptionRecordService(repository, access, imports, importRoom, adopting, settings, gate, clock);
    }

    private static ImageSettings settings(boolean openPlaces) {
        var disks = List.of("ami", "qcow2", "raw");
        var containers = List.of("ami", "bare", "ovf");
        return new ImageSettings(disks, containers, 3, 3, 2, 25, 1000, openPlaces, openPlaces, 3);
    }

    /** Who may do what with the images of another ledger, by the default rules. */
    public static ImageAccess accessTo(ImageRepository other) {
        return new LedgerFixture(Setup.standard().wrapping(rows -> other)).access;
    }

    /** What images may be like, in projects with these quotas. */
    public static ImageLimits limits(QuotaGate gate) {
        return new ImageLimits(SETTINGS, PropertyProtections.none(), gate);
    }

    /** The default rules, and over them those of a rule file in that directory. */
    static Enforcer enforcer(Path directory, boolean newDefaults) {
        var reading = new PolicyRules.Reading(newDefaults, "default");
        var file = new PolicyFile(directory, "policy.yaml", List.of());
        return new Enforcer(new CurrentRules(file, List.of(ImagePermission.values()), reading, new TestingClock()));
    }

    /** Two stores on the heap, {@code fast} before {@code slow} for readers, and perhaps one that only reads. */
    private StoreRegistry openStores(boolean withWeb) {
        var entries = new ArrayList<>(List.of(
                new StoreSettings.Entry("slow", "memory", Map.of("weight", "1")),
                new StoreSettings.Entry("fast", "memory", Map.of("weight", "9"))));
        if (withWeb) {
            entries.add(new StoreSettings.Entry("web", "showcase", Map.of()));
        }
        return StoreRegistry.open(
                new StoreSettings(true, "fast", entries),
                List.of(
                        new Provider("memory", true, id -> stores.computeIfAbsent(id, MemoryStore::new)),
                        new Provider("showcase", false, id -> web)));
    }

    private record Provider(String type, boolean writable, Function<String, ObjectStore> made)
            implements ObjectStoreProvider {

        @Override
        public String summary() {
            return "stores on the heap";
        }

        @Override
        public Set<String> schemes() {
            return Set.of("memory");
        }

        @Override
        public ObjectStore create(String id, Map<String, String> options) {
            return made.apply(id);
        }
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
