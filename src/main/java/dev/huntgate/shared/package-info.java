/** The ledger that many replicas share in Redis, and what a replica does while that is away. */
@NullMarked
package dev.huntgate.shared;

import org.jspecify.annotations.NullMarked;
