/** Fitted classifiers of every kind as files, and back. */
@NullMarked
package dev.synth.internal.classify.files;

import org.jspecify.annotations.NullMarked;
