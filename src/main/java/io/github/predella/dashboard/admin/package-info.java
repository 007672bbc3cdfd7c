/** The pages for administrators: stores, jobs, and the configuration in force. */
package io.github.predella.dashboard.admin;
