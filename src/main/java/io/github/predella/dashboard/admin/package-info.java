/** The pages for administrators: stores, the cache of the node, jobs, and the configuration in force. */
package io.github.predella.dashboard.admin;
