/** The door at which figures are read, {@code /metrics}, and the figures that are found out when somebody reads. */
package io.github.predella.observe.rest;
