/**
 * How images come into being: the page that makes one from a file or an address, the page that shows how its data comes
 * in, and the list of uploads that were not finished. Files are sent by the script {@code uploads.js} to the API's upload
 * sessions; everything else goes through the services. Enter at {@link io.github.predella.dashboard.create.CreateBean}.
 */
package io.github.predella.dashboard.create;
