/** Rows drawn from a finished run into a folder of files, block by block, by an engine. */
@NullMarked
package dev.synth.internal.experiment.blocks;

import org.jspecify.annotations.NullMarked;
