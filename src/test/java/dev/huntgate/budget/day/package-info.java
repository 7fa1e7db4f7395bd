/** A day of a busy tenant on a virtual clock, against a strict model of upstream. */
@NullMarked
package dev.huntgate.budget.day;

import org.jspecify.annotations.NullMarked;
