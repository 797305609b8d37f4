/** The sections of the HTML pages. */
@NullMarked
package dev.synth.internal.report.page;

import org.jspecify.annotations.NullMarked;
