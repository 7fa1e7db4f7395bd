/** Hunts: running a query, or reading its result again. */
@NullMarked
package dev.huntgate.hunting;

import org.jspecify.annotations.NullMarked;
