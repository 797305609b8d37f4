/** The things that a person sees and does at a terminal: progress, and Ctrl-C. */
@NullMarked
package dev.synth.internal.cli.terminal;

import org.jspecify.annotations.NullMarked;
