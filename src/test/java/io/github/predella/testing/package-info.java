/**
 * Doubles and builders that tests of several rooms share: small, hand-written, and held to the contract of what they
 * stand for. Nothing here is packaged.
 */
package io.github.predella.testing;
