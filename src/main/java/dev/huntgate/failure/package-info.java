/** The one sealed family of failures that may cross a port, and the codes that callers see. */
@NullMarked
package dev.huntgate.failure;

import org.jspecify.annotations.NullMarked;
