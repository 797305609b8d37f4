/** Decisions about columns that are left to the user, gathered, and the parts of such messages. */
@NullMarked
package dev.synth.internal.table.read.problem;

import org.jspecify.annotations.NullMarked;
