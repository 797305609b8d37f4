/** The writing of numbers, texts, lines and HTML in all reports. */
@NullMarked
package dev.synth.internal.report.format;

import org.jspecify.annotations.NullMarked;
