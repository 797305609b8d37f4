package dev.synth.spark;

import java.io.Serializable;

/**
 * A file of a file system that Hadoop knows, and where it is copied to.
 *
 * @param from its path, with the scheme
 * @param to the path of the copy, on a disk that all machines mount
 */
record FetchedFile(String from, String to) implements Serializable {}
