/** The one thing that quotas keep in tables of their own: whose turn it is to be counted. */
package io.github.predella.quota.db;
