/** Relations between columns that hold in training rows, and how synthetic rows keep them. */
@NullMarked
package dev.synth.internal.relation;

import org.jspecify.annotations.NullMarked;
