package io.github.predella.dashboard.sharing;

import io.github.predella.images.Image;
import io.github.predella.images.Member;

/**
 * An image that another project offers.
 *
 * @param image what is offered
 * @param member since when, and what the project said to it
 * @param from name of the owning project, null where it may not be known
 * @param refusal why the caller may not answer, in their language; empty when they may
 */
public record Offer(Image image, Member member, String from, String refusal) {

    /** The name of the image, or its id where it has none. */
    public String getTitle() {
        String name = image.details().name();
        return name == null || name.isBlank() ? image.id() : name;
    }

    /** The name of the owning project, or else its id. */
    public String getOwner() {
        return from == null ? image.owner() : from;
    }

    /** The wire name of the answer. */
    public String getStatus() {
        return member.status().wireName();
    }

    /** Whether the project can still say yes. */
    public boolean isAcceptable() {
        return member.status() != Member.Status.ACCEPTED;
    }

    /** Whether the project can still say no. */
    public boolean isDeclinable() {
        return member.status() != Member.Status.REJECTED;
    }
}
