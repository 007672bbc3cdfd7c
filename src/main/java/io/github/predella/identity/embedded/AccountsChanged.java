package io.github.predella.identity.embedded;

/** Said within the transaction that changes accounts, roles or tokens; heard after it has succeeded. */
public record AccountsChanged() {}
