/** Rows of files scored by a bundle into a folder of files, block by block, by an engine. */
@NullMarked
package dev.synth.internal.experiment.scoring;

import org.jspecify.annotations.NullMarked;
