/**
 * Hunts that go on without their callers: started, watched, cancelled, and kept with their ends.
 */
@NullMarked
package dev.huntgate.hunting.job;

import org.jspecify.annotations.NullMarked;
