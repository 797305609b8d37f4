/** How numbers, texts, lines and HTML are written in all reports. */
@NullMarked
package dev.synth.internal.report.format;

import org.jspecify.annotations.NullMarked;
