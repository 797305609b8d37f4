/** Tables as JSON, keys of rows, cells as text, and the connection to DuckDB. */
@NullMarked
package dev.synth.internal.table;

import org.jspecify.annotations.NullMarked;
