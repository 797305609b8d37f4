/**
 * The frame of every page, with style sheet, scripts and chart library, and how pages are printed.
 */
@NullMarked
package dev.synth.internal.report.page;

import org.jspecify.annotations.NullMarked;
