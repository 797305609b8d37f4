/**
 * Typed, immutable tables with missing cells, and reading and writing them. DuckDB lives only here.
 */
@NullMarked
package dev.synth.table;

import org.jspecify.annotations.NullMarked;
