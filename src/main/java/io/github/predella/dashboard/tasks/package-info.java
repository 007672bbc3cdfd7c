/** The tasks of the project: what is being done, what was done, and why something failed. Enter at {@link TasksBean}. */
package io.github.predella.dashboard.tasks;
