/**
 * The forms that fitted classifiers are written to and read from: JSON, raw arrays and files of
 * libraries.
 */
@NullMarked
package dev.synth.internal.classify.stored;

import org.jspecify.annotations.NullMarked;
