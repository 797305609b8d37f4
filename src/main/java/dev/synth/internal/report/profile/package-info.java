/** What people read of a table before anything is trained. */
@NullMarked
package dev.synth.internal.report.profile;

import org.jspecify.annotations.NullMarked;
