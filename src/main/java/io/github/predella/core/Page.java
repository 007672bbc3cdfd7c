package io.github.predella.core;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the rows of this page, in order
 * @param full whether the store of rows filled the page, so that there may be another one, in the
 *     direction in which the list is walked
 */
public record Page<T>(List<T> items, boolean full) {

    public Page {
        items = List.copyOf(items);
    }
}
