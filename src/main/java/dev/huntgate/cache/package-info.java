/** What is kept in memory, so that equal questions are paid for once. */
@NullMarked
package dev.huntgate.cache;

import org.jspecify.annotations.NullMarked;
