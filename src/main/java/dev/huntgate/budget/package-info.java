/** What an upstream allows in a window of time, and the ledger of what was spent of it. */
@NullMarked
package dev.huntgate.budget;

import org.jspecify.annotations.NullMarked;
