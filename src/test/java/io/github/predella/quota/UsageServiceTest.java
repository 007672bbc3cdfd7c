package io.github.predella.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.predella.config.DataSize;
import io.github.predella.quota.UsageService.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project is told about its limits. */
class UsageServiceTest {

    private static final long MIB = 1024 * 1024;
    private static final Usage SOME = new Usage(7, 2, 3 * MIB - 1, 40 * MIB, 5 * MIB, 60 * MIB);

    private static List<Line> told(long stageLimit, Boolean keystoneLimits) {
        var settings = new QuotaSettings(-1, -1, -1, stageLimit, new DataSize(5), keystoneLimits, false);
        return new UsageService(settings, new ConfigLimits(settings), project -> SOME).of("p");
    }

    private static List<Line> lines(long stageLimit) {
        return List.of(
                new Line(Limit.IMAGE_SIZE_TOTAL, 2, -1),
                new Line(Limit.IMAGE_STAGE_TOTAL, 5, stageLimit),
                new Line(Limit.IMAGE_COUNT_TOTAL, 7, -1),
                new Line(Limit.IMAGE_COUNT_UPLOADING, 2, -1));
    }

    @Test
    void allFourLimitsAreToldAsSoonAsThereIsOne() {
        assertEquals(lines(9), told(9, null));
        assertEquals(List.of(), told(-1, null));
    }

    @Test
    void theSwitchDecidesWhereItIsSet() {
        assertEquals(lines(-1), told(-1, true));
        assertEquals(List.of(), told(9, false));
    }

    @Test
    void pagesTellTheStorageOfAProjectWhereItIsTheNarrowerLimit() {
        assertEquals(List.of(3L, -1L, -1L, -1L), figures(-1, 3 * MIB));
        assertEquals(List.of(2L, -1L, -1L, -1L), figures(2, 3 * MIB));
        assertEquals(List.of(-1L, -1L, -1L, -1L), figures(-1, 0));
    }

    private static List<Long> figures(long sizeLimit, long storage) {
        var settings = new QuotaSettings(-1, sizeLimit, -1, -1, new DataSize(storage), null, false);
        return new UsageService(settings, new ConfigLimits(settings), project -> SOME)
                .figures("p").stream().map(Line::allowed).toList();
    }
}
