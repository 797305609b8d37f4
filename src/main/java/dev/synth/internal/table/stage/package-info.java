/** The rows of files inside DuckDB, in their order, before anything is decided about types. */
@NullMarked
package dev.synth.internal.table.stage;

import org.jspecify.annotations.NullMarked;
