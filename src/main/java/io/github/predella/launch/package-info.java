/**
 * What {@code java -jar predella.war} enters: it unpacks the archive once and starts the commands from there, since Java
 * loads nothing from archives within archives. This class stands in the root of the archive and needs nothing else.
 */
package io.github.predella.launch;
