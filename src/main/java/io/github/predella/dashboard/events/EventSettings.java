package io.github.predella.dashboard.events;

import io.github.predella.config.Setting;

/**
 * How many pages are told of changes.
 *
 * @param streams pages that are told at the same time by one node at most; 0: none, they look by themselves then
 */
public record EventSettings(
        @Setting(
                key = "predella.dashboard_streams",
                fallback = "1000",
                says =
                        "pages of the dashboard that one node tells of changes at the same time; others look every minute")
        int streams) {

    public EventSettings {
        if (streams < 0) {
            throw new IllegalArgumentException("dashboard_streams is less than 0");
        }
    }
}
