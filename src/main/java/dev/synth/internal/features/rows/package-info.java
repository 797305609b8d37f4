/** Features of tables: rows as events, and the columns that a machine makes of them. */
@NullMarked
package dev.synth.internal.features.rows;

import org.jspecify.annotations.NullMarked;
