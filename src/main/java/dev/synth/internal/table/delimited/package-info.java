/** Delimited text files: their charset, how cells are parted, and their records. */
@NullMarked
package dev.synth.internal.table.delimited;

import org.jspecify.annotations.NullMarked;
