/** Saved hunts: named queries with typed parameters, read from files. */
@NullMarked
package dev.huntgate.hunting.saved;

import org.jspecify.annotations.NullMarked;
