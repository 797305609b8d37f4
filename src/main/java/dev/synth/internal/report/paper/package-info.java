/** Tables for a paper: LaTeX and Markdown. */
@NullMarked
package dev.synth.internal.report.paper;

import org.jspecify.annotations.NullMarked;
