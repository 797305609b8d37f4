/** What a user must decide about columns, gathered, and the parts of such messages. */
@NullMarked
package dev.synth.internal.table.read.problem;

import org.jspecify.annotations.NullMarked;
