/** Whether the rows that a fitted model meets are still like those that it was fitted on. */
@NullMarked
package dev.synth.internal.monitor;

import org.jspecify.annotations.NullMarked;
