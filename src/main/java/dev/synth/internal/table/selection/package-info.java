/**
 * Rows of files that fit no memory: the queries that count them, and take some.
 *
 * <p>A query is answered file by file, by this process or by others. The answers are joined by
 * adding up whole numbers, so that neither order nor machines show in the result.
 */
@NullMarked
package dev.synth.internal.table.selection;

import org.jspecify.annotations.NullMarked;
