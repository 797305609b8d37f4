/**
 * The commands' work: runs of an evaluation, of an augmentation, of files and of a finished run.
 */
@NullMarked
package dev.synth.internal.experiment;

import org.jspecify.annotations.NullMarked;
