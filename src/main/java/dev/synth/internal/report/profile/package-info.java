/** The reports on a table that people read before anything is trained. */
@NullMarked
package dev.synth.internal.report.profile;

import org.jspecify.annotations.NullMarked;
