/** Findings of reading a table, as facts: notes on the whole, and facts of single columns. */
@NullMarked
package dev.synth.table.reading;

import org.jspecify.annotations.NullMarked;
