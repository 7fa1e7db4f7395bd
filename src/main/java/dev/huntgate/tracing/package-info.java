/** Spans along the way of hunts and incidents, which hold no text of a query. */
@NullMarked
package dev.huntgate.tracing;

import org.jspecify.annotations.NullMarked;
