/** The project's Markdown pages as a site of static files. */
@NullMarked
package dev.synth.site;

import org.jspecify.annotations.NullMarked;
