/** Reading CSV, Parquet and JSON files: staging, types, labels, notes. */
@NullMarked
package dev.synth.internal.table.read;

import org.jspecify.annotations.NullMarked;
