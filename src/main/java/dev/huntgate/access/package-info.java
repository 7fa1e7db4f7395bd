/** Who asks, and for which tenant. */
@NullMarked
package dev.huntgate.access;

import org.jspecify.annotations.NullMarked;
