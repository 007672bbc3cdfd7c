/** The signs of life of all processes and the leases of jobs, in our own tables. Nothing else about jobs is stored here. */
package io.github.predella.jobs.db;
