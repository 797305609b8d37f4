/** Classifiers built with Smile; nothing else of the project touches that library. */
@NullMarked
package dev.synth.internal.classify.smile;

import org.jspecify.annotations.NullMarked;
