/** Typed, immutable tables with missing cells, and how a file of them is to be read. */
@NullMarked
package dev.synth.table;

import org.jspecify.annotations.NullMarked;
