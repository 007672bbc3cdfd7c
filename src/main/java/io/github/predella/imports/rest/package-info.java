/** Imports, and the tasks of an image, over HTTP. */
package io.github.predella.imports.rest;
