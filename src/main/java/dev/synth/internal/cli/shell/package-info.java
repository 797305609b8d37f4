/** The knowledge that shells have of the commands: completion scripts and man pages. */
@NullMarked
package dev.synth.internal.cli.shell;

import org.jspecify.annotations.NullMarked;
