/** The command that takes rows of files that fit no memory. */
@NullMarked
package dev.synth.internal.cli.selection;

import org.jspecify.annotations.NullMarked;
