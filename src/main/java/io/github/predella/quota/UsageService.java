package io.github.predella.quota;

import io.github.predella.core.SafeToRepeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;

/** Tells what a project has and what it may have. Each method is one transaction. */
@ApplicationScoped
@SafeToRepeat
@Transactional
public class UsageService {

    private static final long MIB = 1024 * 1024;

    private QuotaSettings settings;
    private Limits limits;
    private UsageReader usage;

    /** For the container's proxy only. */
    protected UsageService() {}

    @Inject
    public UsageService(QuotaSettings settings, Limits limits, UsageReader usage) {
        this.settings = settings;
        this.limits = limits;
        this.usage = usage;
    }

    /**
     * One limit and what is used of it, in whole units of the limit.
     *
     * @param limit which one
     * @param used what the project has
     * @param allowed what it may have, {@link ProjectLimits#UNLIMITED} for any number
     */
    public record Line(Limit limit, long used, long allowed) {}

    /**
     * The four limits of a project. Empty when limits do not count: they are switched off, or none is set for the
     * project and they are not switched on either.
     *
     * @param project id of the project, or null for what belongs to nobody
     */
    public List<Line> of(String project) {
        var allowed = allowed(project);
        boolean asked = settings.keystoneLimits() == null ? allowed.any() : settings.keystoneLimits();
        return asked ? lines(project, allowed) : List.of();
    }

    /**
     * What a project has, beside its limits where it has any: also where {@link #of} tells nothing. The storage that one
     * project may take is the limit of its bytes here where it is the narrower one.
     */
    public List<Line> figures(String project) {
        return lines(project, allowed(project)).stream().map(this::withStorage).toList();
    }

    private Line withStorage(Line line) {
        long storage = settings.storageBytes();
        if (line.limit() != Limit.IMAGE_SIZE_TOTAL || storage == Long.MAX_VALUE) {
            return line;
        }
        boolean narrower = line.allowed() == ProjectLimits.UNLIMITED || storage / MIB < line.allowed();
        return narrower ? new Line(line.limit(), line.used(), storage / MIB) : line;
    }

    private ProjectLimits allowed(String project) {
        return settings.countsLimits() ? limits.of(project) : ProjectLimits.NONE;
    }

    private List<Line> lines(String project, ProjectLimits allowed) {
        var now = usage.of(project);
        return Arrays.stream(Limit.values())
                .map(limit -> new Line(limit, limit.used(now), allowed.of(limit)))
                .toList();
    }
}
