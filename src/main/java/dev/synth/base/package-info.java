/**
 * The types that every part of the library takes: seeds, progress, cancellation, and problems with
 * exit codes.
 */
@NullMarked
package dev.synth.base;

import org.jspecify.annotations.NullMarked;
