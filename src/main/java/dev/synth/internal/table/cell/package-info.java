/** Texts of numbers and of points in time, and how many decimals numbers have. */
@NullMarked
package dev.synth.internal.table.cell;

import org.jspecify.annotations.NullMarked;
