/** The signs of life of all processes, in our own table. Nothing else about jobs is stored here. */
package io.github.predella.jobs.db;
