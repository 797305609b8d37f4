/** What a table looks like before anything is trained, and which columns may leak the label. */
@NullMarked
package dev.synth.internal.profile;

import org.jspecify.annotations.NullMarked;
