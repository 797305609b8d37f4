/** The command line: parse, call, print. Picocli lives only here. */
@NullMarked
package dev.synth.internal.cli;

import org.jspecify.annotations.NullMarked;
