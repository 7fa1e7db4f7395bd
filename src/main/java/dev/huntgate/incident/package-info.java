/** Incidents: their records, the port to whatever serves them, and the walk through them. */
@NullMarked
package dev.huntgate.incident;

import org.jspecify.annotations.NullMarked;
