/** The local Gaussian kernel (MGS). */
@NullMarked
package dev.synth.internal.generate.mgs;

import org.jspecify.annotations.NullMarked;
