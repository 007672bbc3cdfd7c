/** Tasks in the tables of the reference, and the notes about who runs them in our own. No rule about tasks is here. */
package io.github.predella.tasks.db;
