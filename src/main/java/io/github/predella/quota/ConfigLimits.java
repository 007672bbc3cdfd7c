package io.github.predella.quota;

/** The limits of the configuration, which are the same for every project. */
public final class ConfigLimits implements Limits {

    private final ProjectLimits limits;

    public ConfigLimits(QuotaSettings settings) {
        limits = ProjectLimits.NONE
                .with(Limit.IMAGE_COUNT_TOTAL, settings.imageCount())
                .with(Limit.IMAGE_SIZE_TOTAL, settings.imageSize())
                .with(Limit.IMAGE_COUNT_UPLOADING, settings.uploading())
                .with(Limit.IMAGE_STAGE_TOTAL, settings.imageStage());
    }

    @Override
    public ProjectLimits of(String project) {
        return limits;
    }
}
