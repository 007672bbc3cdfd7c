/**
 * The rule language: what a rule text means, which rules are in force, and whether a caller may.
 *
 * <p>Features ask {@link io.github.predella.policy.Enforcer}; they declare their rules as enums that implement {@link
 * io.github.predella.policy.Permission} and show their things as {@link io.github.predella.policy.PolicyTarget}. Plain
 * Java without beans. What a feature's rules are, and who sees which row of the database, is never decided here.
 */
package io.github.predella.policy;
