/** Results kept in memory, so that equal hunts are paid for once. */
@NullMarked
package dev.huntgate.cache;

import org.jspecify.annotations.NullMarked;
