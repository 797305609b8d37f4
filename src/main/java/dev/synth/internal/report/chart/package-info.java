/** Charts as SVG. */
@NullMarked
package dev.synth.internal.report.chart;

import org.jspecify.annotations.NullMarked;
