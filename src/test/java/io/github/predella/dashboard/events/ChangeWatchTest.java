package io.github.predella.dashboard.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.predella.config.PolicySettings;
import io.github.predella.core.Caller;
import io.github.predella.images.Image;
import io.github.predella.images.ImageAccess;
import io.github.predella.images.ImageChangeService;
import io.github.predella.images.ImageChanges;
import io.github.predella.images.ImagePermission;
import io.github.predella.images.Member;
import io.github.predella.policy.CurrentRules;
import io.github.predella.policy.Enforcer;
import io.github.predella.policy.Permission;
import io.github.predella.policy.PolicyFile;
import io.github.predella.policy.PolicyRules;
import io.github.predella.tasks.TaskAccess;
import io.github.predella.tasks.TaskChangeService;
import io.github.predella.tasks.TaskPermission;
import io.github.predella.testing.Callers;
import io.github.predella.testing.Images;
import io.github.predella.testing.MemoryImageChanges;
import io.github.predella.testing.MemoryImageRepository;
import io.github.predella.testing.MemoryMemberRepository;
import io.github.predella.testing.MemoryTaskChanges;
import io.github.predella.testing.MemoryTaskRepository;
import io.github.predella.testing.Tasks;
import io.github.predella.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChangeWatchTest {

    private static final Caller OWNER = Callers.member("p1");
    private static final Caller STRANGER = Callers.member("p9");
    private static final Caller ADMIN = Callers.admin("p0");

    private final TestingClock clock = new TestingClock(Images.NOON.plusMillis(600_300));
    private final MemoryMemberRepository members = new MemoryMemberRepository();
    private final MemoryImageRepository images = new MemoryImageRepository(members);
    private final MemoryTaskRepository tasks = new MemoryTaskRepository();
    private final BreakableChanges imageChanges = new BreakableChanges();
    private final List<Runnable> rounds = new ArrayList<>();
    private final ChangeWatch watch = watch(100);

    /** A ledger that cannot be reached for a while. */
    private final class BreakableChanges implements ImageChanges {

        private final ImageChanges changes = new MemoryImageChanges(images, members);
        private boolean broken;

        @Override
        public List<Moment> between(Instant from, Instant to, int most) {
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
            return changes.between(from, to, most);
        }

        @Override
        public List<Image> read(Collection<String> ids) {
            return changes.read(ids);
        }

        @Override
        public Map<String, Set<String>> members(Collection<String> ids) {
            return changes.members(ids);
        }

        @Override
        public Map<String, Long> offers(Collection<String> projects) {
            return changes.offers(projects);
        }
    }

    /** What a page is sent. */
    private static final class Page implements Outlet {

        private final List<String> sent = new ArrayList<>();
        private boolean ended;

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void end() {
            ended = true;
        }

        /** The keys since the last call, in the order of the alphabet. */
        Set<String> keys() {
            var keys = new TreeSet<String>();
            for (String text : sent) {
                if (text.startsWith("event: moved\ndata: ") && text.endsWith("\n\n")) {
                    keys.addAll(List.of(text.substring(19).strip().split(" ")));
                }
            }
            sent.clear();
            return keys;
        }
    }

    private ChangeWatch watch(int most) {
        var declared = new ArrayList<Permission>(List.of(ImagePermission.values()));
        declared.addAll(List.of(TaskPermission.values()));
        var enforcer = new Enforcer(new CurrentRules(
                new PolicyFile(Path.of("/nonexistent"), "policy.yaml", List.of()),
                declared,
                new PolicyRules.Reading(true, "default"),
                clock));
        var policy = new PolicySettings("policy.yaml", List.of(), "default", true);
        return new ChangeWatch(
                new ImageChangeService(imageChanges, new ImageAccess(enforcer, images, policy)),
                new TaskChangeService(new MemoryTaskChanges(tasks), new TaskAccess(enforcer)),
                new EventSettings(most),
                (pause, work) -> {
                    rounds.add(work);
                    return () -> rounds.remove(work);
                },
                clock);
    }

    private Page listening(Caller caller) {
        return listening(caller, "session of " + caller.project());
    }

    private Page listening(Caller caller, String session) {
        var page = new Page();
        assertTrue(watch.add(new Listener(caller, session, page, clock.instant())));
        return page;
    }

    private void look() {
        clock.advance(Duration.ofSeconds(1));
        List.copyOf(rounds).forEach(Runnable::run);
    }

    private Image changed(Images image) {
        var done = image.done().updatedAt(clock.instant());
        images.insert(done);
        return done;
    }

    @Test
    void changesAreToldToThoseWhoMayKnow() {
        var owner = listening(OWNER);
        var stranger = listening(STRANGER);
        var admin = listening(ADMIN);
        look();

        var mine = changed(Images.active().privately().ownedBy("p1"));
        var everybodys = changed(Images.active().publicly().ownedBy("p5"));
        look();

        assertEquals(Set.of("image:" + mine.id(), "image:" + everybodys.id(), "quota"), owner.keys());
        assertEquals(Set.of("image:" + everybodys.id()), stranger.keys());
        assertEquals(Set.of("image:" + mine.id(), "image:" + everybodys.id()), admin.keys());
        look();
        assertEquals(Set.of(), owner.keys());
    }

    @Test
    void membersHearOfWhatIsSharedWithThem() {
        var member = listening(STRANGER);
        var other = listening(Callers.member("p8"));
        var shared = Images.active().visible(Image.Visibility.SHARED).ownedBy("p1");
        var image = changed(shared);
        members.insert(new Member(image.id(), "p9", Member.Status.ACCEPTED, Images.NOON, Images.NOON));

        look();

        assertEquals(Set.of("image:" + image.id()), member.keys());
        assertEquals(Set.of(), other.keys());
    }

    @Test
    void theEndOfAnImageIsTold() {
        var image = changed(Images.active().ownedBy("p1"));
        var owner = listening(OWNER);
        look();
        owner.keys();

        images.markGone(image.id(), Image.Status.ACTIVE, Image.Status.DELETED, clock.instant());
        look();

        assertEquals(Set.of("image:" + image.id(), "quota"), owner.keys());
    }

    @Test
    void tasksAreToldToTheirProject() {
        var owner = listening(OWNER);
        var stranger = listening(STRANGER);
        var task = Tasks.pending().ownedBy("p1").on("i1").at(clock.instant()).done();
        tasks.insert(task);

        look();

        assertEquals(Set.of("task:" + task.id(), "image:i1"), owner.keys());
        assertEquals(Set.of(), stranger.keys());
    }

    @Test
    void offersAreToldToWhomTheyAreMade() {
        var invited = listening(STRANGER);
        var owner = listening(OWNER);
        look();
        var image = Images.active().ownedBy("p1").done();
        images.insert(image);
        members.insert(new Member(image.id(), "p9", Member.Status.PENDING, Images.NOON, Images.NOON));

        for (int second = 0; second < 6; second++) {
            look();
        }

        assertEquals(Set.of("inbox"), invited.keys());
        assertEquals(Set.of(), owner.keys());
    }

    @Test
    void whoComesLaterHearsOfTheLastSeconds() {
        listening(STRANGER);
        var image = changed(Images.active().publicly());
        look();

        var late = listening(OWNER);
        look();

        assertTrue(late.keys().contains("image:" + image.id()));
    }

    @Test
    void aFloodIsToldAsOne() {
        var owner = listening(OWNER);
        for (int n = 0; n < 600; n++) {
            changed(Images.active().ownedBy("p1"));
        }

        look();

        assertEquals(Set.of("*"), owner.keys());
    }

    @Test
    void afterAFailureEverybodyLooksAnew() {
        var owner = listening(OWNER);
        look();
        imageChanges.broken = true;
        look();
        assertEquals(Set.of(), owner.keys());

        imageChanges.broken = false;
        look();

        assertEquals(Set.of("*"), owner.keys());
    }

    @Test
    void silenceIsBroken() {
        var owner = listening(OWNER);

        for (int second = 0; second < 14; second++) {
            look();
        }
        assertEquals(List.of(), owner.sent);
        look();

        assertEquals(List.of(":\n\n"), owner.sent);
    }

    @Test
    void streamsEndAfterSomeMinutes() {
        var owner = listening(OWNER);

        clock.advance(Duration.ofMinutes(5));
        look();

        assertTrue(owner.ended);
        assertEquals(List.of(), rounds);
    }

    @Test
    void thereAreOnlySoManyStreams() {
        var small = watch(2);

        assertTrue(small.add(new Listener(OWNER, "one", new Page(), clock.instant())));
        assertTrue(small.add(new Listener(OWNER, "two", new Page(), clock.instant())));
        assertFalse(small.add(new Listener(OWNER, "three", new Page(), clock.instant())));
    }

    @Test
    void oldestStreamOfASessionGivesWay() {
        var small = watch(10);
        var pages = new ArrayList<Page>();

        for (int n = 0; n < 6; n++) {
            pages.add(new Page());
            assertTrue(small.add(new Listener(OWNER, "one", pages.get(n), clock.instant())));
        }

        assertEquals(
                List.of(true, true, false, false, false, false),
                pages.stream().map(page -> page.ended).toList());
    }

    @Test
    void nobodyLooksWhenNobodyListens() {
        var listener = new Listener(OWNER, "one", new Page(), clock.instant());
        watch.add(listener);
        int listening = rounds.size();

        watch.remove(listener);

        assertEquals(1, listening);
        assertEquals(List.of(), rounds);
    }
}
