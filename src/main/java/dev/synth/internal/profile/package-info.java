/** The profile of a table before anything is trained, and the columns that may leak the label. */
@NullMarked
package dev.synth.internal.profile;

import org.jspecify.annotations.NullMarked;
