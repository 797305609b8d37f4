/** Numbers as people write them: taking texts apart, and finding the form of a column. */
@NullMarked
package dev.synth.internal.table.number;

import org.jspecify.annotations.NullMarked;
