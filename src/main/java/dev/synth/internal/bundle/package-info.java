/** A fitted model in one folder, and the scoring of rows by it. */
@NullMarked
package dev.synth.internal.bundle;

import org.jspecify.annotations.NullMarked;
