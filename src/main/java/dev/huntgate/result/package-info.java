/** The columns and rows that a hunt found. */
@NullMarked
package dev.huntgate.result;

import org.jspecify.annotations.NullMarked;
