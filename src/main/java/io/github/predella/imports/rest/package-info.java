/** Imports over HTTP. */
package io.github.predella.imports.rest;
