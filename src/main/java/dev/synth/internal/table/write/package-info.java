/** Writing tables to CSV and Parquet files. */
@NullMarked
package dev.synth.internal.table.write;

import org.jspecify.annotations.NullMarked;
