package io.github.predella.dashboard.quota;

import io.github.predella.quota.Limit;
import io.github.predella.quota.ProjectLimits;
import io.github.predella.quota.UsageService.Line;

/**
 * One limit as a page shows it.
 *
 * @param limit which one
 * @param used what the project has, in units of the limit
 * @param allowed what it may have, in units of the limit
 */
public record Meter(Limit limit, long used, long allowed) {

    private static final int WARNS = 80;
    private static final int URGES = 95;
    private static final long MIB = 1024 * 1024;

    static Meter of(Line line) {
        return new Meter(line.limit(), line.used(), line.allowed());
    }

    /** The name of the limit in the API. */
    public String getName() {
        return limit.wireName();
    }

    /** Whether there is a limit at all. */
    public boolean isLimited() {
        return allowed != ProjectLimits.UNLIMITED;
    }

    /** Whether it counts MiB; otherwise images. */
    public boolean isSize() {
        return limit == Limit.IMAGE_SIZE_TOTAL || limit == Limit.IMAGE_STAGE_TOTAL;
    }

    /** What the project has, in bytes. */
    public Long getUsedBytes() {
        return used * MIB;
    }

    /** What it may have, in bytes. */
    public Long getAllowedBytes() {
        return allowed * MIB;
    }

    /** How much of it is used, from 0 to 100; what is over shows as full. */
    public int getPercent() {
        if (!isLimited()) {
            return 0;
        }
        return allowed == 0 ? 100 : (int) Math.min(100, used * 100 / allowed);
    }

    /** How near the limit is, as a class of the style sheet: {@code warn} from 80 %, {@code bad} from 95 %. */
    public String getLevel() {
        int percent = isLimited() ? getPercent() : 0;
        return percent >= URGES ? "bad" : percent >= WARNS ? "warn" : "";
    }
}
