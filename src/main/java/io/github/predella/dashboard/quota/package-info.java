/** What the project has of its limits: the meters of the overview and the quota page. Enter at {@link QuotaBean}. */
package io.github.predella.dashboard.quota;
