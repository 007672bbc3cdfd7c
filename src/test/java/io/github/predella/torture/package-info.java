/** The service under blows: it is killed at random moments, and nothing may be lost, wrong or left behind. */
package io.github.predella.torture;
