/** Options that commands share. */
@NullMarked
package dev.synth.internal.cli.option;

import org.jspecify.annotations.NullMarked;
