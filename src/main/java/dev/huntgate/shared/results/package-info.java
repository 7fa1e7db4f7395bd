/**
 * Results of hunts that replicas keep for each other in Redis, and the turns they take in hunting.
 */
@NullMarked
package dev.huntgate.shared.results;

import org.jspecify.annotations.NullMarked;
